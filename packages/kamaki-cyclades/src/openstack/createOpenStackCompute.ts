import { bindActions } from '@x/kamaki-astakos/http'
import * as calls from '../actions/openstackCompute/index.js'
import type { Compute } from '../Compute.js'
import { createCompute } from '../createCompute.js'
import { type CreateCycladesClientParameters, createCycladesClient } from '../createCycladesClient.js'
import type { OpenStackComputeCalls } from '../OpenStackComputeCalls.js'

/** The calls of {@link Compute}, some of them in the form that other OpenStack clouds want. */
export type OpenStackCompute = Omit<Compute, keyof OpenStackComputeCalls> & OpenStackComputeCalls

/**
 * Makes a client for an OpenStack cloud other than Synnefo. Sends nothing.
 *
 * @example
 * const compute = createOpenStackCompute({ session })
 */
export function createOpenStackCompute(parameters: CreateCycladesClientParameters): OpenStackCompute {
  const changed = bindActions<OpenStackComputeCalls>(createCycladesClient(parameters), calls)
  return Object.freeze({ ...createCompute(parameters), ...changed })
}
