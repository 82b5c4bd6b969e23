import { type Clock, systemClock } from './Clock.js'

/** What bounds a piece of work. */
export interface DeadlineOptions {
  /** Bound in milliseconds; `undefined` or `Infinity` for none. */
  timeoutMs?: number | undefined
  /** The caller's own signal; its reason is passed on unwrapped. */
  signal?: AbortSignal | undefined
  /** Makes the error that the signal aborts with when the time is over. */
  onTimeout: () => unknown
  /** @default systemClock */
  clock?: Clock | undefined
}

/**
 * One signal for two reasons to stop: the caller's abort and a time bound. Dispose it when the work is done: it then
 * leaves neither timer nor listener behind.
 *
 * @example
 * using deadline = new Deadline({ timeoutMs: 5_000, signal, onTimeout: () => new TimeoutError('…', { timeoutMs: 5_000 }) })
 * const response = await deadline.race(fetch(url, { signal: deadline.signal }))
 */
export class Deadline implements Disposable {
  /** Aborts with the caller's reason, or with what `onTimeout` made. */
  readonly signal: AbortSignal
  readonly #release: () => void
  readonly #endsAt: number
  readonly #clock: Clock

  constructor(options: DeadlineOptions) {
    const { timeoutMs = Number.POSITIVE_INFINITY, signal, onTimeout, clock = systemClock } = options
    const controller = new AbortController()
    const onAbort = () => controller.abort(signal?.reason)
    let cancel = () => {}
    if (signal?.aborted) onAbort()
    else {
      signal?.addEventListener('abort', onAbort, { once: true })
      if (Number.isFinite(timeoutMs)) cancel = clock.schedule(timeoutMs, () => controller.abort(onTimeout()))
    }
    this.signal = controller.signal
    this.#clock = clock
    this.#endsAt = clock.now() + timeoutMs
    this.#release = () => {
      cancel()
      signal?.removeEventListener('abort', onAbort)
    }
  }

  /** Milliseconds left, never negative; `Infinity` without a bound. */
  remainingMs(): number {
    return Math.max(0, this.#endsAt - this.#clock.now())
  }

  /** Settles as `work` does, or rejects with the signal's reason when that comes first, even if `work` ignores it. */
  race<T>(work: PromiseLike<T>): Promise<T> {
    const { signal } = this
    return new Promise<T>((resolve, reject) => {
      const onAbort = () => reject(signal.reason)
      if (signal.aborted) onAbort()
      else signal.addEventListener('abort', onAbort, { once: true })
      Promise.resolve(work)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', onAbort))
    })
  }

  /** Stops the timer and lets go of the caller's signal. */
  [Symbol.dispose](): void {
    this.#release()
  }
}
