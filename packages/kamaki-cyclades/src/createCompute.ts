import { bindActions } from '@x/kamaki-astakos/http'
import * as calls from './actions/compute/index.js'
import * as requests from './actions/computeRest/index.js'
import type { Compute } from './Compute.js'
import { type CreateCycladesClientParameters, createCycladesClient } from './createCycladesClient.js'

/**
 * Makes the client of the compute service with every call as a method. Sends nothing.
 *
 * @example
 * const compute = createCompute({ session })
 * const servers = await compute.listServers({ detail: true })
 */
export function createCompute(parameters: CreateCycladesClientParameters): Compute {
  const client = createCycladesClient(parameters)
  return Object.freeze({ ...bindActions<Compute>(client, { ...requests, ...calls }), ...client })
}
