import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { StoragePoolsPost } from '../schemas/StoragePoolsPost.js'
import type { LxdStoragePool } from './LxdStoragePool.js'

/** The storage pools of a server. */
export interface LxdStoragePools {
  /** Every pool, with one request. */
  all(options?: LxdCallOptions): Promise<LxdStoragePool[]>
  /** @throws {LxdApiError} `isLxdNotFound` when there is none of that name. */
  get(name: string, options?: LxdCallOptions): Promise<LxdStoragePool>
  /** Tells whether it exists. */
  exists(name: string, options?: LxdCallOptions): Promise<boolean>
  /**
   * Creates a pool and reads it. In a cluster it is defined on every member first, with the keys in `members`.
   *
   * @throws {LxdApiError} `isLxdConflict` when it exists; 500 for bad options on LXD 5.0.
   */
  create(definition: CreateStoragePoolDefinition, options?: LxdWaitOptions): Promise<LxdStoragePool>
}

/** A storage pool to be. */
export interface CreateStoragePoolDefinition extends StoragePoolsPost {
  name: string
  /** `dir`, `btrfs`, `zfs`, `lvm`, `ceph` and whatever else the server has. */
  driver: string
  /** In a cluster: the configuration that differs by member (`source`, `size`), by the names of all its members. */
  members?: Readonly<Record<string, Record<string, string>>> | undefined
}
