import {
  type ClientError,
  type ClientErrorDetails,
  ConnectionError,
  hasErrorBrand,
  isTimeoutError,
} from '@x/core-errors'

/** No connection could be made to any of the controllers. Nothing was sent. */
export class NoControllerError extends ConnectionError {
  static override readonly brand: string = 'NoControllerError'
  /** Why each of the controllers could not be used, in the order in which they were named. */
  readonly errors: readonly ClientError[]

  constructor(errors: readonly ClientError[], details: ClientErrorDetails = {}) {
    const prefix = details.operation === undefined ? '' : `${details.operation}: `
    const reasons = errors.map(({ message }) => message).join('; ')
    const first = errors[0]
    super(`${prefix}${errors.length === 1 ? reasons : `no controller could be reached: ${reasons}`}`, {
      ...details,
      cause: first,
      code: first instanceof ConnectionError ? first.code : undefined,
      mayHaveBeenSent: false,
      // A controller that is down says so at once; one that keeps silent has taken enough of the caller's time.
      retryable: !errors.some(isTimeoutError),
    })
    this.errors = errors
  }
}

/** Tells whether no connection could be made to any of the controllers. */
export const isNoControllerError = (error: unknown): error is NoControllerError =>
  hasErrorBrand(error, 'NoControllerError')
