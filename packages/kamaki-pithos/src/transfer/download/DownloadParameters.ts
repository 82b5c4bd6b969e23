import type { ObjectTarget } from '../../internal/Target.js'
import type { DownloadTarget } from '../DownloadTarget.js'

/** Which object to download, and on which conditions. */
export interface DownloadSource extends ObjectTarget {
  /** Id of a version, in place of the present one. */
  version?: string | number | undefined
  /**
   * Parts that are wanted: `0-99`, `100-`, `-10`, joined by commas. Streams and memory get them one after the other, a
   * random-access target at their own positions.
   */
  range?: string | undefined
  /** Downloads only if the object has this ETag, else throws `PreconditionFailedError`. */
  ifMatch?: string | undefined
  /** Downloads only if the object has another ETag, else throws `NotModifiedError`. */
  ifNoneMatch?: string | undefined
  /** Downloads only if it changed later than this, else throws `NotModifiedError`. */
  ifModifiedSince?: Date | string | undefined
  /** Downloads only if it did not change later than this, else throws `PreconditionFailedError`. */
  ifUnmodifiedSince?: Date | string | undefined
  /**
   * Fails rather than hand on bytes that can't be compared with a hash: those of parts of blocks, of objects that stand for
   * others, and of the last block of an object that was cut on the server. Without it, `isVerified` tells of them.
   * @default false
   */
  mustVerify?: boolean | undefined
}

/** What a download takes. */
export interface DownloadParameters<T extends DownloadTarget = DownloadTarget> extends DownloadSource {
  /** Where the bytes go. A stream is closed at the end, and aborted when the download fails. */
  target: T
}
