import { hasErrorBrand } from './brand.js'
import { ClientError, type ClientErrorDetails } from './ClientError.js'

/** What a {@link TimeoutError} carries. */
export interface TimeoutErrorDetails extends ClientErrorDetails {
  /** The bound that was passed, in milliseconds. */
  timeoutMs: number
}

/** A bound set by the client or the caller passed. Whether the server did the work is unknown; `retryable` for reads. */
export class TimeoutError extends ClientError {
  static override readonly brand: string = 'TimeoutError'
  /** The bound that was passed, in milliseconds. */
  readonly timeoutMs: number

  constructor(message: string, details: TimeoutErrorDetails) {
    super(message, details)
    this.timeoutMs = details.timeoutMs
  }
}

/** Tells whether a call was given up because a time bound passed. */
export const isTimeoutError = (error: unknown): error is TimeoutError => hasErrorBrand(error, 'TimeoutError')
