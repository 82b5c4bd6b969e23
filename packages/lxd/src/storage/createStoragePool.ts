import { storagePoolPatch } from '../actions/storagePoolPatch.js'
import { storagePoolPut } from '../actions/storagePoolPut.js'
import { storagePoolResources } from '../actions/storagePoolResources.js'
import { storagePoolsDelete } from '../actions/storagePoolsDelete.js'
import type { LxdClient } from '../LxdClient.js'
import { attachMethods } from '../objects/attachMethods.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import { settleChange } from '../operations/settleChange.js'
import type { StoragePool } from '../schemas/StoragePool.js'
import type { StoragePoolPut } from '../schemas/StoragePoolPut.js'
import { createStorageVolumes } from './createStorageVolumes.js'
import type { LxdStoragePool } from './LxdStoragePool.js'
import { poolClients } from './poolClients.js'
import { readStoragePool } from './readStoragePool.js'

/** Makes the object of a storage pool from what the server said about it. */
export function createStoragePool(client: LxdClient, data: StoragePool): LxdStoragePool {
  const object = structuredClone(data)
  const poolName = data.name
  const updatable = createUpdatable<StoragePool, StoragePoolPut>(object, data, {
    client,
    read: (options) => readStoragePool(client, poolName, options),
    put: (body, options) => storagePoolPut(client, { poolName, ...body }, options),
    patch: (body, options) => storagePoolPatch(client, { poolName, ...body }, options),
    emptiedByPatch: ['description'],
    readOnly: ['name', 'driver', 'used_by', 'status', 'locations', 'access_entitlements'],
  })
  const methods = {
    resources: { get: (options = {}) => storagePoolResources(client, { poolName }, options) },
    volumes: createStorageVolumes(client, poolName),
    async delete(options = {}) {
      await settleChange(client, () => storagePoolsDelete(client, { poolName }, options), options)
    },
  } satisfies Partial<LxdStoragePool>
  const pool = attachMethods(attachMethods(object, updatable), methods)
  poolClients.set(pool, client)
  return pool
}
