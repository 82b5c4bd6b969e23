import { networkZoneRecordDelete } from '../actions/networkZoneRecordDelete.js'
import { networkZoneRecordGet } from '../actions/networkZoneRecordGet.js'
import { networkZoneRecordPatch } from '../actions/networkZoneRecordPatch.js'
import { networkZoneRecordPut } from '../actions/networkZoneRecordPut.js'
import { networkZoneRecordsGetRecursion1 } from '../actions/networkZoneRecordsGetRecursion1.js'
import { networkZoneRecordsPost } from '../actions/networkZoneRecordsPost.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import { settleChange } from '../operations/settleChange.js'
import type { NetworkZoneRecord } from '../schemas/NetworkZoneRecord.js'
import type { NetworkZoneRecordPut } from '../schemas/NetworkZoneRecordPut.js'
import type { LxdNetworkZoneRecord, LxdNetworkZoneRecords } from './LxdNetworks.js'

/** Makes the manager of a zone's records. */
export function createNetworkZoneRecords(
  client: LxdClient,
  zone: string,
  project: string | undefined,
): LxdNetworkZoneRecords {
  const at = (recordName: string) => ({ zone, recordName, project })
  const records: LxdNetworkZoneRecords = {
    ...createCollection<NetworkZoneRecord, LxdNetworkZoneRecord>({
      scope: [],
      list: (_, options) => networkZoneRecordsGetRecursion1(client, { zone, project }, options),
      read: (recordName, _, options) => networkZoneRecordGet(client, at(recordName), options),
      toItem: (data) =>
        createNamedObject<NetworkZoneRecord, NetworkZoneRecordPut>({
          client,
          data,
          name: data.name,
          read: (name, options) => networkZoneRecordGet(client, at(name), options),
          put: (name, body, options) => networkZoneRecordPut(client, { ...body, ...at(name) }, options),
          rawPatch: (name, body, options) => networkZoneRecordPatch(client, { ...body, ...at(name) }, options),
          remove: (name, options) => networkZoneRecordDelete(client, at(name), options),
          readOnly: ['name'],
        }),
    }),
    async create(definition, options = {}) {
      await settleChange(
        client,
        () => networkZoneRecordsPost(client, { ...definition, zone, project }, options),
        options,
      )
      return records.get(definition.name, options)
    },
  }
  return Object.freeze(records)
}
