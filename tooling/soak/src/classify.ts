import { isApiError, isClientError, isConnectionError } from '@x/core-errors'
import type { Outcome } from './Outcome.ts'

/** Status of the refusals that are planted; no fake makes one of its own. */
export const plantedStatus = 503

/**
 * What an error says about the work.
 *
 * @param steps - `one` when the call is one request, which the client makes again only when the server can't have seen it;
 * `several` when it is made of more requests or made again anyway.
 * @returns `undefined` for an error that no call may end with.
 */
export function classify(error: unknown, steps: 'one' | 'several'): Outcome | undefined {
  if (!isClientError(error) || error.kind === 'configuration') return undefined
  if (isConnectionError(error)) return error.mayHaveBeenSent || steps === 'several' ? 'unknown' : 'not done'
  if (!isApiError(error)) return 'unknown'
  if (error.status !== plantedStatus) return 'refused'
  return steps === 'one' ? 'not done' : 'unknown'
}
