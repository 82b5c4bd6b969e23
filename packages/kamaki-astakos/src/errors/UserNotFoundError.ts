import { ApiError, type ApiErrorDetails, hasErrorBrand } from '@x/core-errors'

/** The user catalog knows no such name or uuid. */
export class UserNotFoundError extends ApiError {
  static override readonly brand: string = 'UserNotFoundError'
  /** The name or uuid that was looked up. */
  readonly wanted: string

  constructor(wanted: string, details: ApiErrorDetails = {}) {
    super(`${details.operation ?? 'getUsername'}: the user catalog does not list «${wanted}»`, details)
    this.wanted = wanted
  }
}

/** Tells whether a look-up failed because there is no such user. Works across copies and versions of the package. */
export const isUserNotFoundError = (error: unknown): error is UserNotFoundError =>
  hasErrorBrand(error, 'UserNotFoundError')
