import { storagePoolGet } from '../actions/storagePoolGet.js'
import { storagePoolPatch } from '../actions/storagePoolPatch.js'
import { storagePoolPut } from '../actions/storagePoolPut.js'
import { storagePoolResources } from '../actions/storagePoolResources.js'
import { storagePoolsDelete } from '../actions/storagePoolsDelete.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { attachMethods } from '../objects/attachMethods.js'
import { copyJson } from '../objects/copyJson.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import { extendMethods } from '../objects/extendMethods.js'
import { methodPrototype } from '../objects/methodPrototype.js'
import { updatableNames } from '../objects/updatableNames.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { settleChange } from '../operations/settleChange.js'
import type { StoragePool } from '../schemas/StoragePool.js'
import type { StoragePoolPut } from '../schemas/StoragePoolPut.js'
import { createStorageBuckets } from './createStorageBuckets.js'
import { createStorageVolumes } from './createStorageVolumes.js'
import type { LxdStoragePool, LxdStoragePoolMethods } from './LxdStoragePool.js'
import { poolClients } from './poolClients.js'
import { storagePoolEtag } from './storagePoolEtag.js'

const prototype = methodPrototype<LxdStoragePoolMethods>({
  ...updatableNames,
  resources: true,
  volumes: true,
  buckets: true,
  delete: true,
})

/** Makes the object of a storage pool from what the server said about it. */
export function createStoragePool(client: LxdClient, data: StoragePool): LxdStoragePool {
  const poolName = data.name
  const pool = attachMethods(copyJson(data), prototype, (object): LxdStoragePoolMethods => {
    const updatable = createUpdatable<StoragePool, StoragePoolPut>(object, data, {
      client,
      read: (options) => storagePoolGet(client, { poolName }, options),
      put: (body, options) => storagePoolPut(client, { ...body, poolName }, options),
      patch: (body, options) => storagePoolPatch(client, { ...body, poolName }, options),
      emptiedByPatch: ['description'],
      readOnly: ['name', 'driver', 'used_by', 'status', 'locations', 'access_entitlements'],
      computeEtag: storagePoolEtag,
    })
    return extendMethods(updatable, {
      resources: { get: (options: LxdCallOptions = {}) => storagePoolResources(client, { poolName }, options) },
      volumes: createStorageVolumes(client, poolName),
      buckets: createStorageBuckets(client, poolName),
      async delete(options: LxdWaitOptions = {}) {
        await settleChange(client, () => storagePoolsDelete(client, { poolName }, options), options)
      },
    })
  })
  poolClients.set(pool, client)
  return pool
}
