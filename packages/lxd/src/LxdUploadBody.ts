/** Bytes to send. A stream is sent as it is read, and once: such a call is never repeated. */
export type LxdUploadBody =
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | Blob
  | ArrayBuffer
  | ArrayBufferView<ArrayBuffer>
  | FormData
  | string
