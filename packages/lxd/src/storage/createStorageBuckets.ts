import { storagePoolBucketDelete } from '../actions/storagePoolBucketDelete.js'
import { storagePoolBucketGet } from '../actions/storagePoolBucketGet.js'
import { storagePoolBucketPatch } from '../actions/storagePoolBucketPatch.js'
import { storagePoolBucketPost } from '../actions/storagePoolBucketPost.js'
import { storagePoolBucketPut } from '../actions/storagePoolBucketPut.js'
import { storagePoolBucketsGetRecursion1 } from '../actions/storagePoolBucketsGetRecursion1.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject, type LxdNamedMethods, namedNames } from '../objects/createNamedObject.js'
import { methodPrototype } from '../objects/methodPrototype.js'
import { settleChange } from '../operations/settleChange.js'
import type { StorageBucket } from '../schemas/StorageBucket.js'
import type { StorageBucketPut } from '../schemas/StorageBucketPut.js'
import { createStorageBucketKeys } from './createStorageBucketKeys.js'
import type {
  BucketSelection,
  LxdStorageBucket,
  LxdStorageBucketMethods,
  LxdStorageBuckets,
} from './LxdStorageBuckets.js'

/** Makes the manager of a pool's buckets. */
export function createStorageBuckets(client: LxdClient, poolName: string): LxdStorageBuckets {
  const buckets: LxdStorageBuckets = {
    ...createCollection<StorageBucket, LxdStorageBucket, BucketSelection>({
      scope: ['project', 'allProjects'],
      list: (selection, options) => storagePoolBucketsGetRecursion1(client, { ...selection, poolName }, options),
      read: (bucketName, { project }, options) =>
        storagePoolBucketGet(client, { poolName, bucketName, project }, options),
      toItem: (data, { project, allProjects }) =>
        createBucket(client, poolName, data, allProjects === true ? data.project : project),
    }),
    async create(definition, { project, ...options } = {}) {
      const parameters = { ...definition, poolName, project }
      await settleChange(client, () => storagePoolBucketPost(client, parameters, options), options)
      return buckets.get(definition.name, { project, ...options })
    },
  }
  return Object.freeze(buckets)
}

const prototype = methodPrototype<LxdNamedMethods<unknown> & Pick<LxdStorageBucketMethods, 'keys'>>({
  ...namedNames,
  keys: true,
})

function createBucket(
  client: LxdClient,
  poolName: string,
  data: StorageBucket,
  project: string | undefined,
): LxdStorageBucket {
  const at = (bucketName: string) => ({ poolName, bucketName, project })
  const { name = '' } = data
  return createNamedObject<StorageBucket, StorageBucketPut, Pick<LxdStorageBucketMethods, 'keys'>>(
    {
      client,
      data,
      name,
      read: (bucketName, options) => storagePoolBucketGet(client, at(bucketName), options),
      put: (bucketName, body, options) => storagePoolBucketPut(client, { ...body, ...at(bucketName) }, options),
      patch: (bucketName, body, options) => storagePoolBucketPatch(client, { ...body, ...at(bucketName) }, options),
      // As for pools and volumes.
      emptiedByPatch: ['description'],
      remove: (bucketName, options) => storagePoolBucketDelete(client, at(bucketName), options),
      readOnly: ['name', 's3_url', 'location', 'project', 'access_entitlements'],
    },
    () => ({ keys: createStorageBucketKeys(client, at(name)) }),
    prototype,
  )
}
