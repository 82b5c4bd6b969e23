/** A body that is read as it arrives, in one of two ways. Cancel the stream when it is not read to its end. */
export interface LxdDownload {
  readonly status: number
  readonly headers: Headers
  /** Length of the body in bytes, where the server tells it. */
  readonly size: number | undefined
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
  /**
   * Fills a buffer with what comes next, and answers how many bytes that were: fewer than fit only at the end. The
   * fastest way to read much, as no memory is taken but the caller's.
   */
  readonly readInto: (buffer: Uint8Array) => Promise<number>
}
