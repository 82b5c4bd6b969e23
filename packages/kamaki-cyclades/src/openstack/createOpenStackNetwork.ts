import { bindActions } from '@x/kamaki-astakos/http'
import * as calls from '../actions/openstackNetwork/index.js'
import { type CreateCycladesClientParameters, createCycladesClient } from '../createCycladesClient.js'
import { createNetwork } from '../createNetwork.js'
import type { Network } from '../Network.js'
import type { OpenStackNetworkCalls } from '../OpenStackNetworkCalls.js'

/** The calls of {@link Network}, some of them in the form that other OpenStack clouds want. */
export type OpenStackNetwork = Omit<Network, keyof OpenStackNetworkCalls> & OpenStackNetworkCalls

/**
 * Makes a client for an OpenStack cloud other than Synnefo. Sends nothing.
 *
 * @example
 * const network = createOpenStackNetwork({ session })
 */
export function createOpenStackNetwork(parameters: CreateCycladesClientParameters): OpenStackNetwork {
  const changed = bindActions<OpenStackNetworkCalls>(createCycladesClient(parameters), calls)
  return Object.freeze({ ...createNetwork(parameters), ...changed })
}
