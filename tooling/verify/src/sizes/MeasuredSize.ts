import type { SizeEntry } from './SizeEntry.ts'

/** What a program of `sizes.json` came to. */
export interface MeasuredSize extends SizeEntry {
  /** Bytes after minification and gzip. */
  esbuild: number
  rollup: number
  /** Actions in the bundle that do not belong there. */
  strangers: string[]
}
