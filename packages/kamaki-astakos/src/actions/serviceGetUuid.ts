import { ConfigurationError, type HttpCallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { UserNotFoundError } from '../errors/UserNotFoundError.js'
import type { GetUuidParameters } from './getUuid.js'
import { serviceGetUuids } from './serviceGetUuids.js'

/**
 * The uuid of one user. Needs the token of a service.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - Whom.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {UserNotFoundError} when the catalog does not list the user.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, account API 1.0, `POST /service/user_catalogs`
 * @example
 * const uuid = await serviceGetUuid(client, { displayName })
 */
export async function serviceGetUuid(
  client: AstakosClient,
  parameters: GetUuidParameters,
  options: HttpCallOptions = {},
): Promise<string> {
  const { displayName } = parameters
  if (typeof displayName !== 'string')
    throw new ConfigurationError('displayName must be a text', { path: 'displayName' })
  const found = (await serviceGetUuids(client, { displayNames: [displayName] }, options))[displayName]
  if (found === undefined) throw new UserNotFoundError(displayName, { operation: 'serviceGetUuid', status: 200 })
  return found
}
