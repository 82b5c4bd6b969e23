/** How a wait asks, and when it gives up. */
export interface WaitParameters<T> {
  /** Pause between two looks, in milliseconds. @default 1_000 */
  delayMs?: number | undefined
  /** What each pause is longer than the one before by: 1 keeps it, 2 doubles it. @default 1 */
  backoff?: number | undefined
  /** Upper bound of a pause that grows, in milliseconds. @default 30_000 */
  maxDelayMs?: number | undefined
  /** Upper bound of the whole wait, in milliseconds; no look begins later. `timeoutMs` bounds each look. @default 100_000 */
  maxWaitMs?: number | undefined
  /** Told what was seen at each look; `progress` of a server is in percent. */
  onProgress?: ((details: T) => void) | undefined
  /** Whether an error status or a deletion ends the wait at once. @default true */
  failFast?: boolean | undefined
}
