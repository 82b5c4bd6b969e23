import type { PithosHeaders } from '../headers/decodeHeaders.js'
import type { Sharing } from '../sharing/Sharing.js'

/** What the server says about an object. */
export interface ObjectInfo {
  /** Size in bytes. */
  readonly bytes: number | undefined
  readonly contentType: string | undefined
  readonly contentEncoding: string | undefined
  readonly contentDisposition: string | undefined
  /** The top hash, or the MD5 sum where the service computes those. What conditions compare. */
  readonly etag: string | undefined
  /** The top hash. */
  readonly hash: string | undefined
  readonly uuid: string | undefined
  /** Id of the version. */
  readonly version: string | undefined
  /** When this version was made. */
  readonly versionTimestamp: Date | undefined
  /** When the object changed last, also when an older version was asked for. */
  readonly lastModified: Date | undefined
  /** Id of the user. */
  readonly modifiedBy: string | undefined
  /** `<container>/<prefix>` when the object stands for all objects with that prefix. */
  readonly manifest: string | undefined
  /** Who else may use it, directly or through a shared directory above it. */
  readonly sharing: Sharing
  /** Path of the directory that the sharing comes from. */
  readonly sharedBy: string | undefined
  /** What the asking user may do; `undefined` for the owner, who may do everything. */
  readonly allowedTo: 'read' | 'write' | (string & {}) | undefined
  /** Address under which everybody can read it. Only the owner sees it. */
  readonly publicUrl: string | undefined
  /** By lower-case key. */
  readonly meta: Readonly<Record<string, string>>
  readonly headers: PithosHeaders
}
