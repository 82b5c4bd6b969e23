import { isError } from '@x/linstor-wire'
import { LinstorApiError } from '../errors/LinstorApiError.js'
import { filterApiCallResponse } from '../replies/filterApiCallResponse.js'
import type { ListAnswer } from './ListAnswer.js'

/**
 * Takes the list out of the answers to a call.
 *
 * @param operation - Name of the call, for the error.
 * @throws {LinstorApiError} when one of the outcomes is an error, or there is no list. It keeps all outcomes.
 */
export function expectList<List>(answers: readonly ListAnswer<List>[], operation = 'expectList'): List {
  const replies = filterApiCallResponse(answers)
  const found = answers.find((answer) => answer.kind === 'list')
  if (found === undefined || replies.some((reply) => isError(reply))) throw new LinstorApiError({ operation, replies })
  return found.list
}
