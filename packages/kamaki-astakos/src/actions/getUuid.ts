import { ConfigurationError, type HttpCallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { UserNotFoundError } from '../errors/UserNotFoundError.js'
import { getUuids } from './getUuids.js'

/** What {@link getUuid} takes. */
export interface GetUuidParameters {
  /** Name of the user, for example `ada@example.org`. */
  displayName: string
}

/**
 * The uuid of one user.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - Whom.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {UserNotFoundError} when the catalog does not list the user.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, account API 1.0, `POST /user_catalogs`
 * @example
 * const uuid = await getUuid(client, { displayName })
 */
export async function getUuid(
  client: AstakosClient,
  parameters: GetUuidParameters,
  options: HttpCallOptions = {},
): Promise<string> {
  const { displayName } = parameters
  if (typeof displayName !== 'string')
    throw new ConfigurationError('displayName must be a text', { path: 'displayName' })
  const found = (await getUuids(client, { displayNames: [displayName] }, options))[displayName]
  if (found === undefined) throw new UserNotFoundError(displayName, { operation: 'getUuid', status: 200 })
  return found
}
