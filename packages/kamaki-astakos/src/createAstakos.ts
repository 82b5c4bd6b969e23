import type { Astakos } from './Astakos.js'
import * as actions from './actions/index.js'
import { type CreateAstakosClientParameters, createAstakosClient } from './createAstakosClient.js'
import { bindActions } from './http/bindActions.js'

/**
 * Makes the client of the identity service with every call as a method. Sends nothing.
 *
 * @throws {ConfigurationError} when an address or the token can't be used.
 * @example
 * const astakos = createAstakos({ url: 'https://accounts.example.org/identity/v2.0', token })
 * const quotas = await astakos.getQuotas()
 */
export function createAstakos(parameters: CreateAstakosClientParameters): Astakos {
  const client = createAstakosClient(parameters)
  return Object.freeze({ ...bindActions<Astakos>(client, actions), ...client })
}
