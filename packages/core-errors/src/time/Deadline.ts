import { type Clock, systemClock } from './Clock.js'
import { checkTimeoutMs } from './checkTimeoutMs.js'

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

type Callback = (reason: unknown) => void

/**
 * One signal for two reasons to stop: the caller's abort and a time bound. Dispose it when the work is done: it then
 * leaves neither timer nor listener behind.
 *
 * @example
 * using deadline = new Deadline({ timeoutMs: 5_000, signal, onTimeout: () => new TimeoutError('…', { timeoutMs: 5_000 }) })
 * const response = await deadline.race(fetch(url, { signal: deadline.signal }))
 */
export class Deadline implements Disposable {
  readonly #endsAt: number
  readonly #clock: Clock
  readonly #callerSignal: AbortSignal | undefined
  #onAbort: (() => void) | undefined
  #cancelTimer: (() => void) | undefined
  // Nearly always there is one; a set for it would cost more than the rest.
  #callback: Callback | undefined
  #moreCallbacks: Set<Callback> | undefined
  #controller: AbortController | undefined
  #ended: { reason: unknown } | undefined

  /** @throws {ConfigurationError} when `timeoutMs` is no number of milliseconds. */
  constructor({ timeoutMs = Number.POSITIVE_INFINITY, signal, onTimeout, clock = systemClock }: DeadlineOptions) {
    checkTimeoutMs(timeoutMs)
    this.#clock = clock
    this.#callerSignal = signal
    this.#endsAt = clock.elapsed() + timeoutMs
    if (signal?.aborted) {
      this.#end(signal.reason)
      return
    }
    if (signal !== undefined) {
      this.#onAbort = () => this.#end(signal.reason)
      signal.addEventListener('abort', this.#onAbort, { once: true })
    }
    if (Number.isFinite(timeoutMs)) this.#cancelTimer = clock.schedule(timeoutMs, () => this.#end(onTimeout()))
  }

  /** Aborts with the caller's reason, or with what `onTimeout` made. Made when it is first asked for. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController()
      if (this.#ended !== undefined) this.#controller.abort(this.#ended.reason)
    }
    return this.#controller.signal
  }

  /** Milliseconds left, never negative; `Infinity` without a bound. */
  remainingMs(): number {
    return Math.max(0, this.#endsAt - this.#clock.elapsed())
  }

  /** Throws the reason when the work is to stop. */
  throwIfOver(): void {
    if (this.#ended !== undefined) throw this.#ended.reason
  }

  /**
   * Calls back once, with the reason, when the work is to stop; at once when it is. Costs less than a listener on
   * {@link Deadline.signal}; {@link Deadline.offOver} takes it back.
   */
  onOver(callback: (reason: unknown) => void): void {
    if (this.#ended !== undefined) callback(this.#ended.reason)
    else if (this.#callback === undefined) this.#callback = callback
    else {
      this.#moreCallbacks ??= new Set()
      this.#moreCallbacks.add(callback)
    }
  }

  /** Takes a callback back that was given to {@link Deadline.onOver}. */
  offOver(callback: (reason: unknown) => void): void {
    if (this.#callback === callback) this.#callback = undefined
    else this.#moreCallbacks?.delete(callback)
  }

  /** Settles as `work` does, or rejects with the signal's reason when that comes first, even if `work` ignores it. */
  race<T>(work: PromiseLike<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.onOver(reject)
      Promise.resolve(work)
        .then(resolve, reject)
        .finally(() => this.offOver(reject))
    })
  }

  [Symbol.dispose](): void {
    this.#cancelTimer?.()
    if (this.#onAbort !== undefined) this.#callerSignal?.removeEventListener('abort', this.#onAbort)
  }

  #end(reason: unknown): void {
    if (this.#ended !== undefined) return
    this.#ended = { reason }
    const callbacks = [this.#callback, ...(this.#moreCallbacks ?? [])]
    this.#callback = this.#moreCallbacks = undefined
    for (const callback of callbacks) callback?.(reason)
    this.#controller?.abort(reason)
  }
}
