import type { ClientError } from '@x/core-errors'

/** Marks a place where events are missing. What is known of the objects may be out of date. */
export interface WatchGap {
  readonly kind: 'gap'
  /**
   * `reconnected`: the connection was lost and the watch made anew; its current values follow. `overflow`: the loop was
   * too slow, and the oldest events were dropped while calls kept the connection busy.
   */
  readonly reason: 'reconnected' | 'overflow'
  /** How many events were dropped; unknown for a connection that was lost. */
  readonly lost: number | undefined
  /** Why the connection was lost. */
  readonly cause: ClientError | undefined
}
