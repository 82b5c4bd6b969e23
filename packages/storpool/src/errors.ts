import { ApiError, type ApiErrorDetails, hasErrorBrand, ProtocolError, type ProtocolErrorDetails } from '@x/core-errors'
import type { Issue } from './reader/Issue.js'

/** What a {@link StorPoolApiError} carries. */
export interface StorPoolApiErrorDetails extends ApiErrorDetails {
  /** The server's explanation. */
  description: string
  /** Whether the server says that the same call may succeed later. */
  transient: boolean
  /** The whole answer. */
  json: unknown
}

/** StorPool answered and refused. `code` is the server's name of the refusal: `objectDoesNotExist`. */
export class StorPoolApiError extends ApiError {
  static override readonly brand: string = 'StorPoolApiError'
  /** The server's explanation. */
  readonly description: string
  /** Whether the server says that the same call may succeed later. Such calls are made again. */
  readonly transient: boolean
  readonly #json: unknown

  constructor(details: StorPoolApiErrorDetails) {
    const { operation, description, code, status } = details
    super(`${operation}: ${description} (${code}, HTTP ${status})`, { ...details, retryable: details.transient })
    this.description = description
    this.transient = details.transient
    this.#json = details.json
  }

  /** The whole answer, for what its other members say. Never printed with the error. */
  get json(): unknown {
    return this.#json
  }
}

/** Tells whether StorPool answered and refused. */
export const isStorPoolApiError = (error: unknown): error is StorPoolApiError =>
  hasErrorBrand(error, 'StorPoolApiError')

/** What a {@link StorPoolReplyError} carries. */
export interface StorPoolReplyErrorDetails extends ProtocolErrorDetails {
  issues: readonly Issue[]
}

/** An answer does not fit its documented types and the call was made with `validation: 'strict'`. The work was done. */
export class StorPoolReplyError extends ProtocolError {
  static override readonly brand: string = 'StorPoolReplyError'
  readonly #issues: readonly Issue[]

  constructor(message: string, details: StorPoolReplyErrorDetails) {
    super(message, details)
    this.#issues = details.issues
  }

  /** Every place that does not fit. Never printed with the error, since it holds parts of the answer. */
  get issues(): readonly Issue[] {
    return this.#issues
  }
}

/** Tells whether an answer did not fit its documented types. */
export const isStorPoolReplyError = (error: unknown): error is StorPoolReplyError =>
  hasErrorBrand(error, 'StorPoolReplyError')
