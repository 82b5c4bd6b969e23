import type { CallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { userInfo } from './userInfo.js'

/** What {@link userTerm} takes. */
export interface UserTermParameters {
  /** Name of the field: `id`, `name`, `roles`, `projects`, `default_project`. */
  term: string
}

/**
 * One field of the user of the token, for example `name`; `undefined` when there is no such field.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - Which field.
 * @param options - Per-call `signal`.
 * @throws {SynnefoApiError} 401 for a token that is not accepted.
 * @example
 * const name = await userTerm(client, { term: 'name' })
 */
export async function userTerm(
  client: AstakosClient,
  parameters: UserTermParameters,
  options: CallOptions = {},
): Promise<unknown> {
  const info = await userInfo(client, options)
  return Object.hasOwn(info, parameters.term) ? info[parameters.term] : undefined
}
