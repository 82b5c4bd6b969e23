import type { BlockInfo } from '../../hashing/Hashmap.js'
import type { Metadata } from '../../headers/metadataHeaders.js'
import type { ObjectTarget } from '../../internal/Target.js'
import type { SharingInput } from '../../sharing/Sharing.js'
import type { UploadSource } from './RandomAccessSource.js'

/** What an uploaded object is besides its bytes. A new upload replaces all of it but sharing and publication. */
export interface UploadProperties {
  /** @default the type of a `Blob`, else 'application/octet-stream' */
  contentType?: string | undefined
  /** How the bytes are encoded, told to whoever reads the object. */
  contentEncoding?: string | undefined
  /** How the object is to be shown, told to whoever reads it. */
  contentDisposition?: string | undefined
  /** Values by key. */
  metadata?: Metadata | undefined
  /** Who else may read and write it. Left out, nothing changes. */
  sharing?: SharingInput | undefined
  /** Publishes it, or takes that back. Left out, nothing changes. */
  public?: boolean | undefined
  /** Writes only over the object that has this ETag, else throws `PreconditionFailedError`. */
  ifEtagMatch?: string | undefined
  /** Writes only if there is no object yet, else throws `PreconditionFailedError`. */
  ifNotExist?: boolean | undefined
}

/** What an upload takes. */
export interface UploadParameters extends ObjectTarget, UploadProperties {
  /** The bytes. */
  source: UploadSource
  /** How the container cuts and hashes blocks, where that is known already. @default asked for */
  blockInfo?: BlockInfo | undefined
  /**
   * Keeps type, encoding, disposition and metadata of the object that is there, as far as others are not given; costs one
   * request. Left out, the new object has what is given and nothing else.
   *
   * @default false
   */
  keepProperties?: boolean | undefined
  /**
   * Account that blocks are sent to: only an account's owner may. They are the same for all accounts.
   *
   * @default the client's own account
   */
  blockAccount?: string | undefined
  /** Container in that account that blocks are sent to; it must exist. @default the object's container */
  blockContainer?: string | undefined
}
