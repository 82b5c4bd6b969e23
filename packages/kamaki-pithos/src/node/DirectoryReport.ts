/** What was left alone, and why. */
export interface SkippedEntry {
  /** Name of the object, or path of the file. */
  readonly name: string
  readonly reason: string
}

/** What came of a directory. */
export interface DirectoryReport {
  /** Names of the objects or paths of the files that were transferred. */
  readonly transferred: readonly string[]
  /** Those of the downloaded files whose bytes could not all be compared with a hash; see `DownloadResult.isVerified`. */
  readonly unverified: readonly string[]
  /** Those that were the same on both sides. */
  readonly unchanged: readonly string[]
  /** Those that were deleted because the other side has none. */
  readonly deleted: readonly string[]
  /** Those that can't be, or must not be, on the other side. */
  readonly skipped: readonly SkippedEntry[]
  /** Bytes that went over the wire. */
  readonly bytes: number
}
