import { hasErrorBrand } from '@x/core-errors'
import { SynnefoApiError } from '@x/kamaki-astakos'

/** The account, container, object or version does not exist (HTTP 404). */
export class NotFoundError extends SynnefoApiError {
  static override readonly brand: string = 'PithosNotFoundError'
}

/** Tells whether what a call was about does not exist. */
export const isNotFoundError = (error: unknown): error is NotFoundError => hasErrorBrand(error, 'PithosNotFoundError')
