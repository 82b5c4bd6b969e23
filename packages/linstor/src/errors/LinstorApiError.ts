import { ApiError, type ClientErrorDetails, hasErrorBrand } from '@x/core-errors'
import { isError } from '@x/linstor-wire'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What a {@link LinstorApiError} carries. */
export interface LinstorApiErrorDetails extends ClientErrorDetails {
  /** The call that was refused. */
  operation: string
  /** All outcomes of the call, errors and others. */
  replies: readonly ApiCallResponse[]
}

/**
 * The controller answered and refused. Single calls resolve with their outcomes, errors included; this is thrown where
 * one good result was asked for: by {@link expectList}, {@link expectSuccess}, and the objects of {@link openResource}.
 */
export class LinstorApiError extends ApiError {
  static override readonly brand: string = 'LinstorApiError'
  /** All outcomes of the call, in the order in which they came. */
  readonly replies: readonly ApiCallResponse[]

  constructor(details: LinstorApiErrorDetails) {
    const errors = details.replies.filter((reply) => isError(reply))
    const reasons = (errors.length > 0 ? errors : details.replies).map(describe)
    super(`${details.operation}: ${reasons.length === 0 ? 'no result' : reasons.join('; ')}`, {
      attempts: 1,
      ...details,
      code: errors[0]?.returnCode.name,
    })
    this.replies = details.replies
  }
}

const describe = ({ message, cause, returnCode }: ApiCallResponse): string => {
  const name = returnCode.name === undefined ? '' : ` (${returnCode.name})`
  return `${message}${cause === undefined ? '' : `: ${cause}`}${name}`
}

/** Tells whether a controller refused a call. */
export const isLinstorApiError = (error: unknown): error is LinstorApiError => hasErrorBrand(error, 'LinstorApiError')
