import { networkZoneDelete } from '../actions/networkZoneDelete.js'
import { networkZoneGet } from '../actions/networkZoneGet.js'
import { networkZonePatch } from '../actions/networkZonePatch.js'
import { networkZonePut } from '../actions/networkZonePut.js'
import { networkZonesGetRecursion1 } from '../actions/networkZonesGetRecursion1.js'
import { networkZonesPost } from '../actions/networkZonesPost.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import type { ProjectScope } from '../objects/LxdCollection.js'
import { settleChange } from '../operations/settleChange.js'
import type { NetworkZone } from '../schemas/NetworkZone.js'
import type { NetworkZonePut } from '../schemas/NetworkZonePut.js'
import { createNetworkZoneRecords } from './createNetworkZoneRecords.js'
import type { LxdNetworkZone, LxdNetworkZoneParts, LxdNetworkZones } from './LxdNetworks.js'

/** Makes the manager of DNS zones. */
export function createNetworkZones(client: LxdClient): LxdNetworkZones {
  const zones: LxdNetworkZones = {
    ...createCollection<NetworkZone, LxdNetworkZone, ProjectScope>({
      scope: ['project'],
      list: ({ project }, options) => networkZonesGetRecursion1(client, { project }, options),
      read: (zone, { project }, options) => networkZoneGet(client, { zone, project }, options),
      toItem: (data, { project }) => createZone(client, data, project),
    }),
    async create(definition, { project, ...options } = {}) {
      await settleChange(client, () => networkZonesPost(client, { ...definition, project }, options), options)
      return zones.get(definition.name, { project, ...options })
    },
  }
  return Object.freeze(zones)
}

const createZone = (client: LxdClient, data: NetworkZone, project: string | undefined): LxdNetworkZone =>
  createNamedObject<NetworkZone, NetworkZonePut, LxdNetworkZoneParts>(
    {
      client,
      data,
      name: data.name,
      read: (zone, options) => networkZoneGet(client, { zone, project }, options),
      put: (zone, body, options) => networkZonePut(client, { ...body, zone, project }, options),
      rawPatch: (zone, body, options) => networkZonePatch(client, { ...body, zone, project }, options),
      remove: (zone, options) => networkZoneDelete(client, { zone, project }, options),
      readOnly: ['name', 'used_by', 'project', 'access_entitlements'],
    },
    () => ({ records: createNetworkZoneRecords(client, data.name, project) }),
  )
