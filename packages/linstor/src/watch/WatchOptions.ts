import type { RetryOptions } from '@x/core-errors'

/** How a watch behaves. */
export interface WatchOptions {
  /**
   * Makes the watch anew when the connection was lost, and marks the place with a gap. `true` tries ten times, with up to
   * 5 s in between. Without it the loop throws the loss.
   *
   * @default false
   */
  reconnect?: boolean | RetryOptions | undefined
  /** Most events that are held for a loop that is busy. @default 1_000 */
  maxQueuedEvents?: number | undefined
}
