import type { HttpCallOptions, RetryOptions } from '@x/core-errors'
import type { TransferProgress } from './TransferProgress.js'

/** How a transfer is made. `timeoutMs` bounds one attempt at one block; there it defaults to 120 seconds. */
export interface TransferOptions extends HttpCallOptions {
  /** Blocks under way at a time; memory is bounded by one block more than that. @default 4 */
  concurrency?: number | undefined
  /** Told after each step; what it throws ends the transfer. */
  onProgress?: ((progress: TransferProgress) => void) | undefined
  /**
   * For each block and each step of its own: after lost connections, time bounds and answers of 500 and above.
   *
   * @default { attempts: 8, baseDelayMs: 200, maxDelayMs: 10_000 }
   */
  retry?: RetryOptions | false | undefined
}
