import type { ContainerTarget } from '../internal/Target.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'

/** Which directory goes with which objects. */
export interface DirectoryParameters extends ContainerTarget {
  /** The local directory. */
  directory: string | URL
  /** The objects are named so, followed by `/` and the path below the directory. @default no prefix */
  prefix?: string | undefined
  /** Chooses what takes part, by the path below the directory, with `/`. @default everything */
  include?: ((path: string) => boolean) | undefined
}

/** How a directory is transferred. */
export interface DirectoryOptions extends TransferOptions {
  /** Told before each file that is transferred. */
  onFile?: ((path: string) => void) | undefined
}
