import { hasErrorBrand } from '@x/core-errors'
import { SynnefoApiError } from '@x/kamaki-astakos'

/** What was asked for has not changed, and the call wanted it only if it had (HTTP 304). */
export class NotModifiedError extends SynnefoApiError {
  static override readonly brand: string = 'PithosNotModifiedError'
}

/** Tells whether nothing was answered because nothing has changed. */
export const isNotModifiedError = (error: unknown): error is NotModifiedError =>
  hasErrorBrand(error, 'PithosNotModifiedError')
