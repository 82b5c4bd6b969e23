/** One object of a listing. */
export interface ObjectEntry {
  readonly name: string
  /** Size in bytes. */
  readonly bytes: number
  readonly content_type?: string
  /** The MD5 sum where the service computes those, else empty. */
  readonly hash?: string
  /** ISO 8601 with a zone; missing when a time was asked about. */
  readonly last_modified?: string
  /** The top hash. */
  readonly x_object_hash?: string
  readonly x_object_uuid?: string
  readonly x_object_version?: number
  /** Seconds since 1970: a number or a text with six decimals, by the server's database. */
  readonly x_object_version_timestamp?: number | string
  /** Id of the user. */
  readonly x_object_modified_by?: string
  /** `read=<ids>; write=<ids>`, for objects that carry a sharing themselves. See `parseSharing`. */
  readonly x_object_sharing?: string
  /** What anybody may do with it; what the asking user may do is told by `getObjectInfo`. */
  readonly x_object_allowed_to?: string
  /** Its public address. */
  readonly x_object_public?: string
  readonly available?: number
  readonly map_check_timestamp?: number | string | null
  /** An entry for all objects below it has `subdir` instead. */
  readonly subdir?: undefined
}

/** All objects below a delimiter, in a listing that was asked for with one. */
export interface SubdirectoryEntry {
  /** The names' common beginning, the delimiter included: `photos/`. */
  readonly subdir: string
  readonly name?: undefined
}

/** What a listing of a container consists of. */
export type ListEntry = ObjectEntry | SubdirectoryEntry
