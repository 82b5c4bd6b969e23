import { networkForwardDelete } from '../actions/networkForwardDelete.js'
import { networkForwardGet } from '../actions/networkForwardGet.js'
import { networkForwardGetRecursion1 } from '../actions/networkForwardGetRecursion1.js'
import { networkForwardPatch } from '../actions/networkForwardPatch.js'
import { networkForwardPut } from '../actions/networkForwardPut.js'
import { networkForwardsPost } from '../actions/networkForwardsPost.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import { settleChange } from '../operations/settleChange.js'
import type { NetworkForward } from '../schemas/NetworkForward.js'
import type { NetworkForwardPut } from '../schemas/NetworkForwardPut.js'
import type { LxdNetworkForward, LxdNetworkForwards } from './LxdNetworks.js'

/** Makes the manager of a network's forwards. */
export function createNetworkForwards(
  client: LxdClient,
  networkName: () => string,
  project: string | undefined,
): LxdNetworkForwards {
  const at = (listenAddress: string) => ({ networkName: networkName(), listenAddress, project })
  const forwards: LxdNetworkForwards = {
    ...createCollection<NetworkForward, LxdNetworkForward>({
      scope: [],
      list: (_, options) => networkForwardGetRecursion1(client, { networkName: networkName(), project }, options),
      read: (address, _, options) => networkForwardGet(client, at(address), options),
      toItem: (data) =>
        createNamedObject<NetworkForward, NetworkForwardPut>({
          client,
          data,
          name: data.listen_address,
          read: (address, options) => networkForwardGet(client, at(address), options),
          put: (address, body, options) => networkForwardPut(client, { ...body, ...at(address) }, options),
          // LXD 5.0 crashes on a PATCH that is not complete, and drops the connection.
          rawPatch: (address, body, options) => networkForwardPatch(client, { ...body, ...at(address) }, options),
          remove: (address, options) => networkForwardDelete(client, at(address), options),
          readOnly: ['listen_address', 'location'],
        }),
    }),
    async create(definition, options = {}) {
      const parameters = { ...definition, networkName: networkName(), project }
      await settleChange(client, () => networkForwardsPost(client, parameters, options), options)
      return forwards.get(definition.listen_address, options)
    },
  }
  return Object.freeze(forwards)
}
