import type { CallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import type { Access } from '../schemas/Access.js'
import type { AuthenticateParameters } from '../session/SynnefoSession.js'

/**
 * Asks the server about the token and remembers the answer in the session: token, user and catalog.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - `tenantName`, to have the server check the user's uuid.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`.
 * @throws {SynnefoApiError} 401 for an unknown or expired token, an inactive user, or terms not signed.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, identity API 2.0, `POST /tokens`
 * @example
 * const { user } = await authenticate(client)
 */
export function authenticate(
  client: AstakosClient,
  parameters: AuthenticateParameters = {},
  options: CallOptions = {},
): Promise<Access> {
  return client.session.authenticate(parameters, options)
}
