import type { ResolvedRetryOptions } from './RetryOptions.js'

/**
 * Full jitter: a random wait between 0 and the exponentially growing bound, so that clients that failed together do
 * not come back together. What the server asked for wins, up to `maxDelayMs`.
 *
 * @param retry - Number of the retry, 0 for the first.
 * @param retryAfterMs - What the server asked for, in milliseconds.
 * @param random - Answers a number from 0 up to 1. @default Math.random
 */
export function retryDelay(
  retry: number,
  options: ResolvedRetryOptions,
  retryAfterMs?: number | undefined,
  random: () => number = Math.random,
): number {
  if (retryAfterMs !== undefined) return Math.min(options.maxDelayMs, Math.max(0, retryAfterMs))
  if (options.delayMs !== undefined) return Math.max(0, options.delayMs(retry))
  return random() * Math.min(options.maxDelayMs, options.baseDelayMs * 2 ** retry)
}
