/** Bytes that can be read anywhere and again: a file, for example. `fileSource` of `@x/kamaki-pithos/node` makes one. */
export interface RandomAccessSource {
  /** How many bytes there are. */
  readonly size: number
  /** Their content type, where it is known. */
  readonly type?: string | undefined
  /**
   * Reads `length` bytes from a position; less only at the end. Either into the buffer or elsewhere: what it answers
   * must stay as it is until the next read into the same buffer.
   */
  readonly read: (position: number, length: number, buffer: () => Uint8Array<ArrayBuffer>) => Promise<Uint8Array>
}

/** Where an upload takes its bytes from. A stream is read once: blocks in memory are all there is to go back to. */
export type UploadSource =
  | Uint8Array
  | ArrayBuffer
  | Blob
  | RandomAccessSource
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
