import { hasErrorBrand } from '@x/core-errors'
import { SynnefoApiError } from '@x/kamaki-astakos'

/**
 * The container's limit or the project's quota has no room (HTTP 413). `quota` says how much was missing where the
 * server says it.
 */
export class QuotaExceededError extends SynnefoApiError {
  static override readonly brand: string = 'PithosQuotaExceededError'
}

/** Tells whether a limit or a quota had no room. */
export const isQuotaExceededError = (error: unknown): error is QuotaExceededError =>
  hasErrorBrand(error, 'PithosQuotaExceededError')
