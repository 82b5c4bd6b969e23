import { ApiError, type ClientErrorDetails, hasErrorBrand } from '@x/core-errors'
import type { Operation } from '../schemas/Operation.js'

/** An operation that the server had accepted ended as a failure, or was canceled. */
export class LxdOperationError extends ApiError {
  static override readonly brand: string = 'LxdOperationError'
  /** The operation in its final state. Its `metadata` may say more: the fingerprint of an image that exists already. */
  readonly result: Operation
  /** The server's own text. It differs by version: show it, don't decide by it. */
  readonly description: string

  constructor(result: Operation, details: ClientErrorDetails = {}) {
    const { description: what, err, status, status_code } = result
    const description = err === '' ? status : err
    super(`${details.operation ?? (what || 'operation')}: ${description} (operation ${result.id})`, {
      ...details,
      code: status_code === 401 ? 'canceled' : 'failure',
    })
    this.result = result
    this.description = description
  }
}

/** Tells whether an accepted operation ended as a failure or was canceled. */
export const isLxdOperationError = (error: unknown): error is LxdOperationError =>
  hasErrorBrand(error, 'LxdOperationError')
