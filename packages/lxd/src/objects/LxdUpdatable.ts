import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { LxdUpdateOptions } from './LxdUpdateOptions.js'

/** What every object that can be changed has: `Put` is what can be written of it. */
export interface LxdUpdatable<Put> {
  /** What the next conditional change will be compared with; `undefined` when it has to be asked for first. */
  readonly etag: string | undefined
  /** Writes the object as it stands here, with every field that the server sent, then reads it again. */
  save(options?: LxdUpdateOptions): Promise<void>
  /** Replaces what can be written: what `body` lacks is emptied. Then reads the object again. */
  put(body: Put, options?: LxdUpdateOptions): Promise<void>
  /**
   * Changes what `changes` names and nothing else; the value `''` removes a configuration key. Then reads the object
   * again. Unlike the server's own PATCH it empties nothing.
   */
  patch(changes: Put, options?: LxdUpdateOptions): Promise<void>
  /** Sends exactly this as PUT: no ETag, no reading again. */
  rawPut(body: Put, options?: LxdWaitOptions): Promise<void>
  /** Sends exactly this as PATCH: no ETag, no reading again. The server may empty what is missing. */
  rawPatch(body: Put, options?: LxdWaitOptions): Promise<void>
  /** Reads the object again; what was changed here and not saved stays. */
  sync(options?: LxdCallOptions): Promise<void>
  /** Reads the object again and forgets what was changed here. */
  rollback(options?: LxdCallOptions): Promise<void>
}
