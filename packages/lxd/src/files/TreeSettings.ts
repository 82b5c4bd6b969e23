import type { FileOwner } from './writeInstanceFile.js'

/** How a directory with all that is in it is copied. */
export interface TreeSettings {
  /** How many files are copied side by side. @default 4 */
  concurrency?: number | undefined
  /** What becomes of symbolic links, which are never followed: made again, or left out. @default create */
  symlinks?: 'create' | 'skip' | undefined
}

/** How a local directory is copied into an instance. */
export interface PutTreeSettings extends TreeSettings, FileOwner {}

/** What was copied. */
export interface TreeResult {
  readonly files: number
  readonly directories: number
  readonly symlinks: number
  /** What was in the files. */
  readonly bytes: number
  /** Paths of what was left out: links that were not wanted, and sockets, pipes and devices. */
  readonly skipped: readonly string[]
}
