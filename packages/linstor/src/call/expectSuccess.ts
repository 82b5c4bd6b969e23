import { isError } from '@x/linstor-wire'
import { LinstorApiError } from '../errors/LinstorApiError.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/**
 * Looks at all outcomes of a call. Warnings and information pass: most of what had nothing to do is a warning.
 *
 * @param operation - Name of the call, for the error.
 * @returns The same outcomes.
 * @throws {LinstorApiError} when one of them is an error, or there is none at all. It keeps all outcomes.
 */
export function expectSuccess(replies: ApiCallResponse[], operation = 'expectSuccess'): ApiCallResponse[] {
  if (replies.length > 0 && !replies.some((reply) => isError(reply))) return replies
  throw new LinstorApiError({ operation, replies })
}
