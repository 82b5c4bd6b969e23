import { hasErrorBrand, TimeoutError, type TimeoutErrorDetails } from '@x/core-errors'

/** What a {@link WaitTimeoutError} carries. */
export interface WaitTimeoutErrorDetails<T> extends TimeoutErrorDetails {
  /** What was waited for: `server 42`. */
  subject: string
  /** What it was seen as last. */
  last: T
  /** Its last status. */
  status: string
  /** What it should have become, for people: `to be ACTIVE`. */
  wanted: string
}

/** Something did not come into the state that was waited for, in time. It may still do so. */
export class WaitTimeoutError<T = unknown> extends TimeoutError {
  static override readonly brand: string = 'WaitTimeoutError'
  /** What it was seen as last. Not printed. */
  declare readonly last: T
  /** Its last status. */
  readonly status: string

  constructor(details: WaitTimeoutErrorDetails<T>) {
    const { operation, subject, status, wanted, timeoutMs } = details
    super(`${operation}: ${subject} is still ${status} after ${timeoutMs} ms of waiting for it ${wanted}`, {
      ...details,
      retryable: true,
    })
    this.status = status
    Object.defineProperty(this, 'last', { value: details.last })
  }
}

/** Tells whether a wait ran out of time. Works across copies and versions of the package. */
export const isWaitTimeoutError = (error: unknown): error is WaitTimeoutError =>
  hasErrorBrand(error, 'WaitTimeoutError')
