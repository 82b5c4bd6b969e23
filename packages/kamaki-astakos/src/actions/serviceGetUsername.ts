import { ConfigurationError, type HttpCallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { UserNotFoundError } from '../errors/UserNotFoundError.js'
import type { GetUsernameParameters } from './getUsername.js'
import { serviceGetUsernames } from './serviceGetUsernames.js'

/**
 * The name of one user. Needs the token of a service.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - Whom.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {UserNotFoundError} when the catalog does not list the user.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, account API 1.0, `POST /service/user_catalogs`
 * @example
 * const name = await serviceGetUsername(client, { uuid })
 */
export async function serviceGetUsername(
  client: AstakosClient,
  parameters: GetUsernameParameters,
  options: HttpCallOptions = {},
): Promise<string> {
  const { uuid } = parameters
  if (typeof uuid !== 'string') throw new ConfigurationError('uuid must be a text', { path: 'uuid' })
  const found = (await serviceGetUsernames(client, { uuids: [uuid] }, options))[uuid]
  if (found === undefined) throw new UserNotFoundError(uuid, { operation: 'serviceGetUsername', status: 200 })
  return found
}
