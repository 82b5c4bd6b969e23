import { bindActions } from '@x/kamaki-astakos/http'
import * as calls from './actions/blockStorage/index.js'
import * as requests from './actions/blockStorageRest/index.js'
import type { BlockStorage } from './BlockStorage.js'
import { type CreateCycladesClientParameters, createCycladesClient } from './createCycladesClient.js'

/**
 * Makes the client of the volume service with every call as a method. Sends nothing.
 *
 * @example
 * const blockStorage = createBlockStorage({ session })
 * const volumes = await blockStorage.listVolumes({ detail: true })
 */
export function createBlockStorage(parameters: CreateCycladesClientParameters): BlockStorage {
  const client = createCycladesClient(parameters)
  return Object.freeze({ ...bindActions<BlockStorage>(client, { ...requests, ...calls }), ...client })
}
