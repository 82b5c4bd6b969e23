import { storagePoolGet } from '../actions/storagePoolGet.js'
import { storagePoolsGetRecursion1 } from '../actions/storagePoolsGetRecursion1.js'
import { storagePoolsPost } from '../actions/storagePoolsPost.js'
import type { LxdClient } from '../LxdClient.js'
import { existing } from '../objects/existing.js'
import { settleChange } from '../operations/settleChange.js'
import { createStoragePool } from './createStoragePool.js'
import type { LxdStoragePools } from './LxdStoragePools.js'

/** Makes the manager of storage pools. */
export function createStoragePools(client: LxdClient): LxdStoragePools {
  const pools: LxdStoragePools = {
    async all(options) {
      const found = await storagePoolsGetRecursion1(client, {}, options)
      return found.map((data) => createStoragePool(client, data))
    },
    async get(name, options) {
      return createStoragePool(client, await storagePoolGet(client, { poolName: name }, options))
    },
    exists: (name, options) => existing(storagePoolGet(client, { poolName: name }, options)),
    async create({ members = {}, ...definition }, options = {}) {
      for (const [target, config] of Object.entries(members)) {
        const part = { ...definition, config, target }
        await settleChange(client, () => storagePoolsPost(client, part, options), options)
      }
      await settleChange(client, () => storagePoolsPost(client, definition, options), options)
      return pools.get(definition.name, options)
    },
  }
  return Object.freeze(pools)
}
