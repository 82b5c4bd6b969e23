import { hasErrorBrand } from '@x/core-errors'
import { SynnefoApiError } from '@x/kamaki-astakos'

/** What is there stands in the way (HTTP 409): a container that is not empty, or blocks that are missing. */
export class ConflictError extends SynnefoApiError {
  static override readonly brand: string = 'PithosConflictError'
}

/** Tells whether what is there stood in the way. */
export const isConflictError = (error: unknown): error is ConflictError => hasErrorBrand(error, 'PithosConflictError')
