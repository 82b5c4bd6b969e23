import { hasErrorBrand } from '@x/core-errors'
import { SynnefoApiError } from '@x/kamaki-astakos'

/** A condition of the call does not hold (HTTP 412): the object changed, exists already, or does not exist. */
export class PreconditionFailedError extends SynnefoApiError {
  static override readonly brand: string = 'PithosPreconditionFailedError'
}

/** Tells whether a condition of the call did not hold. */
export const isPreconditionFailedError = (error: unknown): error is PreconditionFailedError =>
  hasErrorBrand(error, 'PithosPreconditionFailedError')
