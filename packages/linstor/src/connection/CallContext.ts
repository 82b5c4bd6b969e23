import { type CallOptions, checkTimeoutMs, createRequestId, TimeoutError } from '@x/core-errors'

/** Names one call in errors and events, and bounds it. */
export class CallContext {
  readonly operation: string
  /** The caller's own signal. */
  readonly signal: AbortSignal | undefined
  /** Upper bound of one attempt, in milliseconds. */
  readonly timeoutMs: number
  /** Number of the attempt under way, 1 for the first. */
  attempt = 0
  /** When the attempt under way is to be given up, by `elapsed()` of the clock, in milliseconds. */
  endsAt = Number.POSITIVE_INFINITY
  #requestId: string | undefined

  /** @param timeoutMs - Where the options say nothing. @throws {ConfigurationError} when theirs is none. */
  constructor(operation: string, options: CallOptions, timeoutMs: number) {
    this.operation = operation
    this.signal = options.signal
    this.timeoutMs = options.timeoutMs ?? timeoutMs
    checkTimeoutMs(this.timeoutMs, operation)
    this.#requestId = options.requestId
  }

  /** The caller's id of the call, or one that is made when it is first needed. */
  get requestId(): string {
    this.#requestId ??= createRequestId()
    return this.#requestId
  }

  /** Whether this is the id that the caller gave. */
  isNamed(requestId: string): boolean {
    return this.#requestId === requestId
  }

  /** What an error of the call says about it. */
  get details(): { operation: string; requestId: string; attempts: number } {
    return { operation: this.operation, requestId: this.requestId, attempts: this.attempt }
  }

  /** Begins the next attempt, with the whole time before it. */
  begin(now: number): void {
    this.attempt++
    this.endsAt = now + this.timeoutMs
  }

  /** The error of an attempt whose time is over. @param idempotent - Whether the call may be made again. */
  timedOut(idempotent: boolean): TimeoutError {
    const { operation, timeoutMs, details } = this
    return new TimeoutError(`${operation}: not done within ${timeoutMs} ms`, {
      ...details,
      timeoutMs,
      retryable: idempotent,
    })
  }
}
