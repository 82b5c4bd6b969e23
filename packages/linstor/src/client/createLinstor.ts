import { bindActions } from './bindActions.js'
import { createLinstorClient } from './createLinstorClient.js'
import type { Linstor } from './Linstor.js'
import type { LinstorClientParameters } from './LinstorClientParameters.js'

/**
 * Makes a client with every call as a method. Nothing is opened before the first call.
 *
 * @throws {ConfigurationError} when a parameter can't be used.
 * @example
 * await using linstor = createLinstor({ uri: 'linstor://node-a,node-b' })
 * const { nodes } = await linstor.nodeListRaise()
 */
export function createLinstor(parameters: LinstorClientParameters): Linstor {
  const client = createLinstorClient(parameters)
  return Object.freeze({
    ...client,
    ...bindActions(client),
    get connected() {
      return client.transport.peer !== undefined
    },
  })
}
