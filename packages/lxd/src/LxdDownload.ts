/** A body that is read as it arrives. Cancel the stream when it is not read to its end. */
export interface LxdDownload {
  readonly status: number
  readonly headers: Headers
  /** Length of the body in bytes, where the server tells it. */
  readonly size: number | undefined
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
}
