import { type Clock, systemClock } from '../time/Clock.js'
import { sleep } from '../time/sleep.js'
import { type ResolvedRetryOptions, type RetryOptions, resolveRetryOptions } from './RetryOptions.js'
import { retryDelay } from './retryDelay.js'

/** One failed attempt that will be followed by another. */
export interface RetryNotice {
  /** The attempt that failed, 1 for the first. */
  attempt: number
  /** How long the next one waits, in milliseconds. */
  delayMs: number
  /** Why it failed. */
  error: unknown
}

/** What to repeat, when, and how to stop. */
export interface RetryPolicy {
  /** @default { attempts: 3, baseDelayMs: 100, maxDelayMs: 5_000 } */
  retry?: RetryOptions | ResolvedRetryOptions | false | undefined
  /** Decides whether a failure may be followed by another attempt. Idempotency is decided here. */
  shouldRetry: (error: unknown, attempt: number) => boolean
  /** What the server asked for in a failure, in milliseconds. */
  retryAfterMs?: ((error: unknown) => number | undefined) | undefined
  /** Told before each wait. */
  onRetry?: ((notice: RetryNotice) => void) | undefined
  /** Ends the waits; the promise rejects with the signal's own reason. */
  signal?: AbortSignal | undefined
  /** @default systemClock */
  clock?: Clock | undefined
  /** @default Math.random */
  random?: (() => number) | undefined
}

/**
 * Runs `work` until it succeeds, the policy refuses, or the attempts are used up. The last error is the one thrown.
 *
 * @param work - Gets the number of the attempt, 1 for the first.
 */
export async function retry<T>(work: (attempt: number) => Promise<T>, policy: RetryPolicy): Promise<T> {
  const options = resolveRetryOptions(policy.retry)
  const { signal, clock = systemClock } = policy
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted()
    try {
      return await work(attempt)
    } catch (error) {
      if (signal?.aborted || attempt >= options.attempts || !policy.shouldRetry(error, attempt)) throw error
      const delayMs = retryDelay(attempt - 1, options, policy.retryAfterMs?.(error), policy.random)
      policy.onRetry?.({ attempt, delayMs, error })
      await sleep(delayMs, { signal, clock })
    }
  }
}
