import { networkDelete } from '../actions/networkDelete.js'
import { networkGet } from '../actions/networkGet.js'
import { networkPatch } from '../actions/networkPatch.js'
import { networkPost } from '../actions/networkPost.js'
import { networkPut } from '../actions/networkPut.js'
import { networksGetRecursion1 } from '../actions/networksGetRecursion1.js'
import { networksLeasesGet } from '../actions/networksLeasesGet.js'
import { networksPost } from '../actions/networksPost.js'
import { networksStateGet } from '../actions/networksStateGet.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import type { ProjectScope } from '../objects/LxdCollection.js'
import { settleChange } from '../operations/settleChange.js'
import type { Network } from '../schemas/Network.js'
import type { NetworkPut } from '../schemas/NetworkPut.js'
import { createNetworkForwards } from './createNetworkForwards.js'
import type { LxdNetwork, LxdNetworkParts, LxdNetworks } from './LxdNetworks.js'

/** Makes the manager of networks. */
export function createNetworks(client: LxdClient): LxdNetworks {
  const networks: LxdNetworks = {
    ...createCollection<Network, LxdNetwork, ProjectScope>({
      scope: ['project'],
      list: ({ project }, options) => networksGetRecursion1(client, { project }, options),
      read: (networkName, { project }, options) => networkGet(client, { networkName, project }, options),
      toItem: (data, { project }) => createNetwork(client, data, project),
    }),
    async create(definition, { project, ...options } = {}) {
      await settleChange(client, () => networksPost(client, { ...definition, project }, options), options)
      return networks.get(definition.name, { project, ...options })
    },
  }
  return Object.freeze(networks)
}

const createNetwork = (client: LxdClient, data: Network, project: string | undefined): LxdNetwork =>
  createNamedObject<Network, NetworkPut, LxdNetworkParts>(
    {
      client,
      data,
      name: data.name,
      read: (networkName, options) => networkGet(client, { networkName, project }, options),
      put: (networkName, body, options) => networkPut(client, { ...body, networkName, project }, options),
      patch: (networkName, body, options) => networkPatch(client, { ...body, networkName, project }, options),
      rename: (networkName, name, options) => networkPost(client, { networkName, name, project }, options),
      remove: (networkName, options) => networkDelete(client, { networkName, project }, options),
      emptiedByPatch: ['description'],
      readOnly: ['name', 'type', 'used_by', 'managed', 'status', 'locations', 'project', 'access_entitlements'],
    },
    (name) => ({
      forwards: createNetworkForwards(client, name, project),
      state: (options) => networksStateGet(client, { networkName: name(), project }, options),
      leases: (options) => networksLeasesGet(client, { networkName: name(), project }, options),
    }),
  )
