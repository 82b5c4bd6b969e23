import { ConfigurationError, type HttpCallOptions, sleep } from '@x/core-errors'
import { isSynnefoApiError, type SynnefoSession } from '@x/kamaki-astakos'
import { WaitFailedError } from './WaitFailedError.js'
import type { WaitParameters } from './WaitParameters.js'
import { WaitTimeoutError } from './WaitTimeoutError.js'

/** What is waited for. */
export interface WaitSubject<T> {
  readonly session: SynnefoSession
  /** Names the call in errors. */
  readonly operation: string
  /** Names the thing in errors: `server 42`. */
  readonly subject: string
  /** What it should become, for people: `to be ACTIVE`. */
  readonly wanted: string
  /** Looks at it. */
  readonly look: () => Promise<T>
  readonly statusOf: (details: T) => string
  readonly isDone: (details: T) => boolean
  /** Statuses that it does not leave by itself, in lower case. */
  readonly failures: readonly string[]
  /** What to answer when it is gone, where that was wanted. */
  readonly whenGone?: ((last: T | undefined) => T) | undefined
}

/**
 * Looks at something until it is as wanted. Time is the session's clock; a look that hangs is bounded by the session's
 * `timeoutMs`.
 */
export async function waitFor<T>(
  subject: WaitSubject<T>,
  parameters: WaitParameters<T>,
  { signal }: HttpCallOptions,
): Promise<T> {
  const { delayMs = 1_000, maxDelayMs = 30_000, maxWaitMs = 100_000, backoff = 1 } = parameters
  const { onProgress, failFast = true } = parameters
  for (const [name, value] of Object.entries({ delayMs, maxDelayMs, maxWaitMs })) {
    if (!(value >= 0)) throw new ConfigurationError(`${name} must be at least 0 ms, not ${value}`, { path: name })
  }
  if (!(backoff >= 1)) throw new ConfigurationError(`backoff must be at least 1, not ${backoff}`, { path: 'backoff' })
  const { clock } = subject.session
  const endsAt = clock.elapsed() + maxWaitMs
  let pauseMs = delayMs
  let last: T | undefined
  for (;;) {
    try {
      last = await subject.look()
    } catch (error) {
      if (!isSynnefoApiError(error) || error.status !== 404) throw error
      if (subject.whenGone !== undefined) return subject.whenGone(last)
      // Ports, volumes and snapshots that are deleted are no longer shown. What was never there is another error.
      if (last === undefined || !failFast) throw error
      throw new WaitFailedError({ ...subject, last, state: 'DELETED', cause: error })
    }
    onProgress?.(last)
    if (subject.isDone(last)) return last
    const status = subject.statusOf(last)
    if (failFast && subject.failures.includes(status.toLowerCase())) {
      throw new WaitFailedError({ ...subject, last, state: status })
    }
    if (clock.elapsed() + pauseMs >= endsAt)
      throw new WaitTimeoutError({ ...subject, last, status, timeoutMs: maxWaitMs })
    await sleep(pauseMs, { signal, clock })
    pauseMs = Math.min(Math.max(delayMs, maxDelayMs), pauseMs * backoff)
  }
}
