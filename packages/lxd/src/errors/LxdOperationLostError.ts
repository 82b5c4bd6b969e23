import { type ClientErrorDetails, ConnectionError, hasErrorBrand } from '@x/core-errors'

/**
 * The server stopped telling about an operation: it was restarted, the connection broke, or the operation had been over
 * for the 5 s that servers remember it. Whether the work was done is unknown: look at the object.
 */
export class LxdOperationLostError extends ConnectionError {
  static override readonly brand: string = 'LxdOperationLostError'
  readonly operationId: string

  constructor(operationId: string, details: ClientErrorDetails) {
    const what = details.operation ?? 'waitForOperation'
    super(`${what}: the outcome of operation ${operationId} is unknown: the server can't be asked any more`, {
      ...details,
      retryable: false,
    })
    this.operationId = operationId
  }
}

/** Tells whether the outcome of an accepted operation could not be learned. */
export const isLxdOperationLostError = (error: unknown): error is LxdOperationLostError =>
  hasErrorBrand(error, 'LxdOperationLostError')
