import { hasErrorBrand } from './brand.js'
import { ClientError, type ClientErrorDetails } from './ClientError.js'

/** What an {@link ApiError} carries. */
export interface ApiErrorDetails extends ClientErrorDetails {
  /** The HTTP status; `undefined` for protocols without one. */
  status?: number | undefined
  /** The server's own name of the refusal, as the server spells it. */
  code?: string | undefined
  /** How long the server asked to wait before another attempt, in milliseconds. */
  retryAfterMs?: number | undefined
}

/** The server answered and refused. Each service package extends this with its own `<Service>ApiError`. */
export class ApiError extends ClientError {
  static override readonly brand: string = 'ApiError'
  /** The HTTP status; `undefined` for protocols without one. */
  readonly status: number | undefined
  /** The server's own name of the refusal. */
  readonly code: string | undefined
  /** How long the server asked to wait before another attempt, in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(message: string, details: ApiErrorDetails = {}) {
    super(message, details)
    this.status = details.status
    this.code = details.code
    this.retryAfterMs = details.retryAfterMs
  }
}

/** Tells whether the server answered and refused, whichever service it was. */
export const isApiError = (error: unknown): error is ApiError => hasErrorBrand(error, 'ApiError')
