import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'

/** Options of what changes an object. `ifMatch` is set to the ETag the object was read with. */
export interface LxdUpdateOptions extends Omit<LxdWaitOptions, 'ifMatch'> {
  /**
   * What to do when the object has changed on the server since it was read (412). `merge` reads it again, applies what
   * was changed here and tries again, up to 5 times. LXD checks ETags without a lock, and those of storage volumes and
   * pools leave the description out: lost updates become rare, not impossible.
   *
   * @default 'throw'
   */
  onConflict?: 'throw' | 'merge' | undefined
  /** Writes whatever the object is by now. @default false */
  unconditional?: boolean | undefined
}
