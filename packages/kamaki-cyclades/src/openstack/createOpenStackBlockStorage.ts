import { bindActions } from '@x/kamaki-astakos/http'
import * as calls from '../actions/openstackBlockStorage/index.js'
import type { BlockStorage } from '../BlockStorage.js'
import { createBlockStorage } from '../createBlockStorage.js'
import { type CreateCycladesClientParameters, createCycladesClient } from '../createCycladesClient.js'
import type { OpenStackBlockStorageCalls } from '../OpenStackBlockStorageCalls.js'

/** The calls of {@link BlockStorage}, some of them in the form that other OpenStack clouds want. */
export type OpenStackBlockStorage = Omit<BlockStorage, keyof OpenStackBlockStorageCalls> & OpenStackBlockStorageCalls

/**
 * Makes a client for an OpenStack cloud other than Synnefo. Sends nothing.
 *
 * @example
 * const blockStorage = createOpenStackBlockStorage({ session })
 */
export function createOpenStackBlockStorage(parameters: CreateCycladesClientParameters): OpenStackBlockStorage {
  const changed = bindActions<OpenStackBlockStorageCalls>(createCycladesClient(parameters), calls)
  return Object.freeze({ ...createBlockStorage(parameters), ...changed })
}
