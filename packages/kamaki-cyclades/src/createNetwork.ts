import { bindActions } from '@x/kamaki-astakos/http'
import * as calls from './actions/network/index.js'
import * as requests from './actions/networkRest/index.js'
import { type CreateCycladesClientParameters, createCycladesClient } from './createCycladesClient.js'
import type { Network } from './Network.js'

/**
 * Makes the client of the network service with every call as a method. Sends nothing.
 *
 * @example
 * const network = createNetwork({ session })
 * const ports = await network.listPorts()
 */
export function createNetwork(parameters: CreateCycladesClientParameters): Network {
  const client = createCycladesClient(parameters)
  return Object.freeze({ ...bindActions<Network>(client, { ...requests, ...calls }), ...client })
}
