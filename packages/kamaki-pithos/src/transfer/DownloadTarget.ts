/** Something that can be written anywhere: a file, for example. `fileTarget` of `@x/kamaki-pithos/node` makes one. */
export interface RandomAccessTarget {
  /** Writes bytes at a position. They stay as they are only until it settles. */
  readonly write: (position: number, bytes: Uint8Array) => Promise<void>
  /** Called once when everything is written, with the size that the whole must have now. */
  readonly truncate: (size: number) => Promise<void>
  /** How many bytes are there already: a download that was interrupted goes on with them. */
  readonly size?: () => Promise<number>
  /** Reads what is there already. */
  readonly read?: (position: number, length: number, buffer: () => Uint8Array<ArrayBuffer>) => Promise<Uint8Array>
}

/** Where a download goes: into memory, in order into a stream, or block by block anywhere. */
export type DownloadTarget = 'bytes' | 'blob' | WritableStream<Uint8Array> | RandomAccessTarget
