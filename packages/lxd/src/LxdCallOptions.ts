import type { HttpCallOptions, RetryOptions } from '@x/core-errors'

/** Options that every action takes. */
export interface LxdCallOptions extends HttpCallOptions {
  /**
   * Makes a change conditional: the server refuses with 412 when the object's ETag is another by now. See `etagOf`.
   * LXD checks it without a lock: it makes lost updates rare, not impossible.
   */
  ifMatch?: string | undefined
  /** Does what would be refused with an `LxdDangerError`. @default false */
  force?: boolean | undefined
  /** Replaces the client's; what changes something is never repeated once it may have arrived. */
  retry?: RetryOptions | false | undefined
}
