import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdUpdatable } from '../objects/LxdUpdatable.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { ResourcesStoragePool } from '../schemas/ResourcesStoragePool.js'
import type { StoragePool } from '../schemas/StoragePool.js'
import type { StoragePoolPut } from '../schemas/StoragePoolPut.js'
import type { LxdStorageBuckets } from './LxdStorageBuckets.js'
import type { LxdStorageVolumes } from './LxdStorageVolumes.js'

/** What can be done with a storage pool. */
export interface LxdStoragePoolMethods extends LxdUpdatable<StoragePoolPut> {
  readonly resources: {
    /** Space and inodes, used and in all. @throws {LxdApiError} with status 500 when the pool is gone. */
    get(options?: LxdCallOptions): Promise<ResourcesStoragePool>
  }
  readonly volumes: LxdStorageVolumes
  /** Needs the API extension `storage_buckets`, which LXD 5.0 lacks. */
  readonly buckets: LxdStorageBuckets
  /** Deletes the pool, with the cached images in it. @throws {LxdApiError} 400 while anything else uses it. */
  delete(options?: LxdWaitOptions): Promise<void>
}

/** A storage pool: what the server says about it, and what can be done with it. `config` and `description` can be set. */
export type LxdStoragePool = StoragePool & LxdStoragePoolMethods
