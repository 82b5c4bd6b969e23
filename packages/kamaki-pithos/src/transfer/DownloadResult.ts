import type { ObjectInfo } from '../info/ObjectInfo.js'
import type { DownloadTarget } from './DownloadTarget.js'

/** What came of a download. */
export interface DownloadResult<T extends DownloadTarget = DownloadTarget> {
  /** What the server says about the object that was downloaded. */
  readonly info: ObjectInfo
  /** Size of what was asked for: of the object, or of its ranges together. */
  readonly bytes: number
  /** Bytes that were received. */
  readonly received: number
  /** Bytes that were there already, or occur more than once. */
  readonly skipped: number
  /**
   * Whether every byte was compared with its hash. Parts of blocks, objects that stand for others, and the last block of
   * an object that was cut on the server can't be.
   */
  readonly isVerified: boolean
  /** How many times it began anew because the object changed meanwhile. */
  readonly restarts: number
  /** The bytes themselves, when they were to be kept in memory. */
  readonly data: T extends 'bytes' ? Uint8Array<ArrayBuffer> : T extends 'blob' ? Blob : undefined
}
