import { ApiError, type ClientErrorDetails, hasErrorBrand, parseRetryAfter } from '@x/core-errors'
import { type LxdErrorReason, reasonOf } from './LxdErrorReason.js'

/** The answer that an {@link LxdApiError} is about. */
export interface RefusedAnswer {
  readonly status: number
  readonly headers: Headers
  readonly context: ClientErrorDetails & { readonly idempotent?: boolean | undefined }
}

/** The server answered and refused. */
export class LxdApiError extends ApiError {
  static override readonly brand: string = 'LxdApiError'
  /** What the status means. */
  readonly reason: LxdErrorReason
  /** The server's own text. It differs by version: show it, don't decide by it. */
  readonly description: string

  constructor(answer: RefusedAnswer, description: string, errorCode?: number) {
    const status = errorCode ?? answer.status
    const { context, headers } = answer
    const reason = reasonOf(status)
    super(`${context.operation}: ${description === '' ? reason : description} (HTTP ${status})`, {
      ...context,
      status,
      code: reason,
      retryAfterMs: parseRetryAfter(headers.get('retry-after')),
      retryable: context.idempotent === true && status === 503,
    })
    this.reason = reason
    this.description = description
  }
}

/** Tells whether an LXD server answered and refused. */
export const isLxdApiError = (error: unknown): error is LxdApiError => hasErrorBrand(error, 'LxdApiError')

/** Tells whether the server refused because the object does not exist. Some calls of LXD 5.0 say 500 instead. */
export const isLxdNotFound = (error: unknown): error is LxdApiError =>
  isLxdApiError(error) && error.reason === 'notFound'

/** Tells whether the server refused because an object of that name exists. Some calls of LXD 5.0 say 400 or 500 instead. */
export const isLxdConflict = (error: unknown): error is LxdApiError =>
  isLxdApiError(error) && error.reason === 'conflict'

/** Tells whether a conditional change was refused because the object has changed since it was read. */
export const isLxdPreconditionFailed = (error: unknown): error is LxdApiError =>
  isLxdApiError(error) && error.reason === 'preconditionFailed'
