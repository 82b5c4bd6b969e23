import { storagePoolBucketKeyDelete } from '../actions/storagePoolBucketKeyDelete.js'
import { storagePoolBucketKeyGet } from '../actions/storagePoolBucketKeyGet.js'
import { storagePoolBucketKeyPost } from '../actions/storagePoolBucketKeyPost.js'
import { storagePoolBucketKeyPut } from '../actions/storagePoolBucketKeyPut.js'
import { storagePoolBucketKeysGetRecursion1 } from '../actions/storagePoolBucketKeysGetRecursion1.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import { settleChange } from '../operations/settleChange.js'
import type { StorageBucketKey } from '../schemas/StorageBucketKey.js'
import type { StorageBucketKeyPut } from '../schemas/StorageBucketKeyPut.js'
import type { LxdStorageBucketKey, LxdStorageBucketKeys } from './LxdStorageBuckets.js'

/** Where a bucket is. */
export interface BucketPlace {
  poolName: string
  bucketName: string
  project: string | undefined
}

/** Makes the manager of a bucket's keys. */
export function createStorageBucketKeys(client: LxdClient, place: BucketPlace): LxdStorageBucketKeys {
  const at = (keyName: string) => ({ ...place, keyName })
  const keys: LxdStorageBucketKeys = {
    ...createCollection<StorageBucketKey, LxdStorageBucketKey>({
      scope: [],
      list: (_, options) => storagePoolBucketKeysGetRecursion1(client, place, options),
      read: (keyName, _, options) => storagePoolBucketKeyGet(client, at(keyName), options),
      toItem: (data) =>
        createNamedObject<StorageBucketKey, StorageBucketKeyPut>({
          client,
          data,
          name: data.name ?? '',
          read: (keyName, options) => storagePoolBucketKeyGet(client, at(keyName), options),
          put: (keyName, body, options) => storagePoolBucketKeyPut(client, { ...body, ...at(keyName) }, options),
          remove: (keyName, options) => storagePoolBucketKeyDelete(client, at(keyName), options),
          readOnly: ['name'],
        }),
    }),
    async create(definition, options = {}) {
      await settleChange(client, () => storagePoolBucketKeyPost(client, { ...definition, ...place }, options), options)
      return keys.get(definition.name, options)
    },
  }
  return Object.freeze(keys)
}
