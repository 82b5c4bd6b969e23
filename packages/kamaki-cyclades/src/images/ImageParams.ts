/**
 * What an image is. The keys may have dashes in place of underscores and all values may be texts, so that the contents of
 * a `.meta` file can be given as they are; what the service does not take (`size`, `owner`, dates and unknown keys) is
 * dropped.
 */
export interface ImageParams {
  /** Only `pithos` is known. */
  store?: string | undefined
  /** `diskdump`, `extdump` or `ntfsdump`. @default 'diskdump' */
  disk_format?: string | undefined
  /** `aki`, `ari`, `ami`, `bare` or `ovf`. @default 'bare' */
  container_format?: string | undefined
  /** The hash of the file; refused when it is another one. */
  checksum?: string | undefined
  /** Whether everybody may use it. @default false */
  is_public?: boolean | string | undefined
  readonly [other: string]: unknown
}
