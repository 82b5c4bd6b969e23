import type { SynnefoSession } from '@x/kamaki-astakos'
import type { BlockStorage } from './BlockStorage.js'
import type { Compute } from './Compute.js'
import { createBlockStorage } from './createBlockStorage.js'
import { createCompute } from './createCompute.js'
import type { CreateCycladesClientParameters } from './createCycladesClient.js'
import { createImage } from './createImage.js'
import { createNetwork } from './createNetwork.js'
import type { ImageService } from './ImageService.js'
import type { Network } from './Network.js'

/** The whole cloud: servers, networks, volumes and images. */
export interface Cyclades {
  readonly session: SynnefoSession
  readonly compute: Compute
  readonly network: Network
  readonly blockStorage: BlockStorage
  readonly image: ImageService
}

/**
 * Makes the clients of all four services. Sends nothing.
 *
 * @example
 * const session = createSynnefoSession({ url: 'https://accounts.example.org/identity/v2.0', token })
 * const cyclades = createCyclades({ session })
 * const servers = await cyclades.compute.listServers({ detail: true })
 */
export function createCyclades(parameters: CreateCycladesClientParameters): Cyclades {
  return Object.freeze({
    session: parameters.session,
    compute: createCompute(parameters),
    network: createNetwork(parameters),
    blockStorage: createBlockStorage(parameters),
    image: createImage(parameters),
  })
}
