/** Which files are read, and how strictly. */
export interface StorPoolConfigFileOptions {
  /** Folder that holds `etc/storpool.conf`, for example a container's file system. @default '/' */
  root?: string | undefined
  /**
   * Leaves out what is not a regular file, a missing main file included. What exists but can't be opened or understood
   * is an error all the same.
   *
   * @default false
   */
  missingOk?: boolean | undefined
  /** Stops between two files; the promise rejects with the signal's own reason. */
  signal?: AbortSignal | undefined
}
