import { ConfigurationError, type HttpCallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { UserNotFoundError } from '../errors/UserNotFoundError.js'
import { getUsernames } from './getUsernames.js'

/** What {@link getUsername} takes. */
export interface GetUsernameParameters {
  /** Uuid of the user. */
  uuid: string
}

/**
 * The name of one user.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - Whom.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {UserNotFoundError} when the catalog does not list the user.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, account API 1.0, `POST /user_catalogs`
 * @example
 * const name = await getUsername(client, { uuid })
 */
export async function getUsername(
  client: AstakosClient,
  parameters: GetUsernameParameters,
  options: HttpCallOptions = {},
): Promise<string> {
  const { uuid } = parameters
  if (typeof uuid !== 'string') throw new ConfigurationError('uuid must be a text', { path: 'uuid' })
  const found = (await getUsernames(client, { uuids: [uuid] }, options))[uuid]
  if (found === undefined) throw new UserNotFoundError(uuid, { operation: 'getUsername', status: 200 })
  return found
}
