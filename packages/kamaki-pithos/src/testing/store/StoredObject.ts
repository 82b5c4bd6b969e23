/** One version of an object. A deletion leaves a version too. */
export interface ObjectVersion {
  readonly id: number
  /** When it was made, in seconds since 1970. */
  readonly at: number
  readonly deleted: boolean
  /** In bytes. */
  readonly size: number
  /** Hashes of the blocks; one for an empty object. */
  readonly hashes: readonly string[]
  /** The top hash. */
  readonly hash: string
  /** MD5 of the content where the service computes it, else empty. */
  readonly checksum: string
  readonly type: string
  /** `X-Object-Meta-*`, `Content-Encoding`, `Content-Disposition`, `X-Object-Manifest` by their names. */
  readonly meta: ReadonlyMap<string, string>
  readonly uuid: string
  /** Id of the user. */
  readonly modifiedBy: string
}

/** Who else may read and write an object. */
export interface StoredSharing {
  readonly read: readonly string[]
  readonly write: readonly string[]
}

/** An object with its history. Stays when it is deleted, as long as its container does. */
export interface StoredObject {
  readonly name: string
  /** The oldest first. */
  versions: ObjectVersion[]
  /** `undefined` when it is not shared. */
  sharing: StoredSharing | undefined
  /** The last part of its public address; `undefined` when it is not published. */
  publicId: string | undefined
}
