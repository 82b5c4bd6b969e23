import type { PithosHeaders } from './headers/decodeHeaders.js'

/** What the server says to a call that has no more to say than its headers. */
export interface Answer {
  /** The HTTP status. */
  readonly status: number
  /** By lower-case name, percent-decoded. */
  readonly headers: PithosHeaders
}

/** What the server says to a call that changed an object. */
export interface ObjectWritten extends Answer {
  /**
   * Id of the new version; `undefined` when none was made. After a move it is a text such as `([9], 43, 43)`: ids of the
   * new versions, bytes taken, bytes freed.
   */
  readonly version: string | undefined
  /** The new top hash, or the MD5 sum where the service computes those; `undefined` after copies and metadata. */
  readonly etag: string | undefined
}
