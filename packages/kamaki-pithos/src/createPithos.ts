import { bindActions } from '@x/kamaki-astakos/http'
import * as actions from './actions/index.js'
import { type CreatePithosClientParameters, createPithosClient } from './createPithosClient.js'
import type { Pithos } from './Pithos.js'

/**
 * Makes the client of the object store with every call as a method. Sends nothing.
 *
 * @throws {ConfigurationError} when a name is empty.
 * @example
 * const pithos = createPithos({ session, container: 'pithos' })
 * await pithos.upload({ obj: 'notes/plan.txt', source: new Blob(['buy milk']) })
 */
export function createPithos(parameters: CreatePithosClientParameters): Pithos {
  const client = createPithosClient(parameters)
  return Object.freeze({ ...bindActions<Pithos>(client, actions), ...client })
}
