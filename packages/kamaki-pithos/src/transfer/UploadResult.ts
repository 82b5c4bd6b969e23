import type { ObjectWritten } from '../Answer.js'

/** What came of an upload. */
export interface UploadResult extends ObjectWritten {
  /** The top hash, computed here and confirmed by the server. */
  readonly hash: string
  /** Size of the object. */
  readonly bytes: number
  /** Bytes that were sent. */
  readonly sent: number
  /** Bytes that the server already had, or that occur more than once. */
  readonly skipped: number
}
