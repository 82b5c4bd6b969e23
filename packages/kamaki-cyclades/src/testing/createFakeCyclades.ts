import { type FakeCatalogEntry, type FakeService, type FakeServicePlugin, serveRoutes } from '@x/kamaki-astakos/testing'
import type { CreateFakeCycladesParameters } from './CreateFakeCycladesParameters.js'
import { actionHandlers } from './compute/actionHandlers.js'
import { attachmentHandlers } from './compute/attachmentHandlers.js'
import { catalogHandlers } from './compute/catalogHandlers.js'
import { floatingIpHandlers } from './compute/floatingIpHandlers.js'
import { keypairHandlers } from './compute/keypairHandlers.js'
import { metadataHandlers } from './compute/metadataHandlers.js'
import { serverHandlers } from './compute/serverHandlers.js'
import { tagHandlers } from './compute/tagHandlers.js'
import { imageHandlers } from './image/imageHandlers.js'
import { addressHandlers } from './network/addressHandlers.js'
import { networkHandlers } from './network/networkHandlers.js'
import { portHandlers } from './network/portHandlers.js'
import { subnetHandlers } from './network/subnetHandlers.js'
import { routes } from './routes.js'
import { CycladesState } from './state/CycladesState.js'
import { furnish } from './state/furnish.js'
import { snapshotHandlers } from './volume/snapshotHandlers.js'
import { volumeHandlers } from './volume/volumeHandlers.js'

/** A fake of compute, network, volume and image: give it to `createFakeSynnefo({ services })`. */
export interface FakeCyclades extends FakeServicePlugin {
  /** What it remembers. @throws {TypeError} before it joined a cloud. */
  readonly state: CycladesState
}

/**
 * Makes compute, network, volume and image of a fake cloud. Servers, ports, volumes and snapshots go through their states
 * on the clock of the cloud; what they take is charged to its projects.
 *
 * @example
 * const cyclades = createFakeCyclades()
 * await using cloud = await createFakeSynnefo({ services: [cyclades], clock })
 * cyclades.state.failingServers = 1 // the next server ends in ERROR
 */
export function createFakeCyclades(parameters: CreateFakeCycladesParameters = {}): FakeCyclades {
  let joined: CycladesState | undefined
  const plugin: FakeServicePlugin = (cloud) => {
    const state = new CycladesState(cloud, parameters)
    joined = state
    let furnished = false
    const service = (catalog: FakeCatalogEntry, handle: FakeService['handle']): FakeService => ({
      catalog,
      handle: (request) => {
        // Only now is everybody there whose images these are.
        if (!furnished) furnish(state, parameters.images)
        furnished = true
        state.settle()
        return handle(request)
      },
    })
    const at = (path: string, versionId: string) => ({ base: `${path}/${versionId}`, userOf: cloud.userOf })
    const entry = (name: string, type: string, versionId: string, unversioned: boolean): FakeCatalogEntry => ({
      name: `cyclades_${name}`,
      type,
      versionId,
      path: `/${type}`,
      unversioned,
    })
    const compute = {
      ...actionHandlers(state),
      ...attachmentHandlers(state),
      ...catalogHandlers(state),
      ...floatingIpHandlers(state),
      ...keypairHandlers(state),
      ...metadataHandlers(state),
      ...serverHandlers(state),
      ...tagHandlers(state),
    }
    const network = {
      ...addressHandlers(state),
      ...networkHandlers(state),
      ...portHandlers(state),
      ...subnetHandlers(state),
    }
    const volume = { ...snapshotHandlers(state), ...volumeHandlers(state) }
    return [
      service(entry('compute', 'compute', 'v2.0', false), serveRoutes(routes.compute, compute, at('/compute', 'v2.0'))),
      service(entry('network', 'network', 'v2.0', true), serveRoutes(routes.network, network, at('/network', 'v2.0'))),
      service(entry('volume', 'volume', 'v2.0', false), serveRoutes(routes.volume, volume, at('/volume', 'v2.0'))),
      service(
        entry('plankton', 'image', 'v1.0', true),
        serveRoutes(routes.image, imageHandlers(state), at('/image', 'v1.0')),
      ),
    ]
  }
  return Object.defineProperty(plugin, 'state', {
    get: () => {
      if (joined === undefined) throw new TypeError('this fake has not joined a cloud: createFakeSynnefo({ services })')
      return joined
    },
  }) as FakeCyclades
}
