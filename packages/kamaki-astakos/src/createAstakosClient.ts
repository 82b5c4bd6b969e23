import { createSynnefoSession } from './session/createSynnefoSession.js'
import type { CreateSynnefoSessionParameters, SynnefoSession } from './session/SynnefoSession.js'

/** A session, or what one is made from. */
export type CreateAstakosClientParameters = { session: SynnefoSession } | CreateSynnefoSessionParameters

/** The bare client of the identity service: what its actions take as first argument. */
export interface AstakosClient {
  readonly kind: 'astakos'
  readonly session: SynnefoSession
}

/**
 * Makes the client that single actions take. Sends nothing.
 *
 * @throws {ConfigurationError} when an address or the token can't be used.
 * @example
 * const client = createAstakosClient({ url, token })
 * const quotas = await getQuotas(client)
 */
export function createAstakosClient(parameters: CreateAstakosClientParameters): AstakosClient {
  const session = 'session' in parameters ? parameters.session : createSynnefoSession(parameters)
  return Object.freeze({ kind: 'astakos', session })
}
