import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdDeletable } from '../objects/createNamedObject.js'
import type { LxdCollection, ProjectScope } from '../objects/LxdCollection.js'
import type { LxdUpdatable } from '../objects/LxdUpdatable.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { StorageBucket } from '../schemas/StorageBucket.js'
import type { StorageBucketKey } from '../schemas/StorageBucketKey.js'
import type { StorageBucketKeyPut } from '../schemas/StorageBucketKeyPut.js'
import type { StorageBucketKeysPost } from '../schemas/StorageBucketKeysPost.js'
import type { StorageBucketPut } from '../schemas/StorageBucketPut.js'
import type { StorageBucketsPost } from '../schemas/StorageBucketsPost.js'

/** A key of a bucket: what an S3 client signs its requests with. The server has no PATCH for keys. */
export type LxdStorageBucketKey = StorageBucketKey & Omit<LxdUpdatable<StorageBucketKeyPut>, 'rawPatch'> & LxdDeletable

/** The keys of a bucket. */
export interface LxdStorageBucketKeys extends LxdCollection<LxdStorageBucketKey> {
  /** Creates a key and reads it; left out, the server makes up access and secret key. */
  create(definition: StorageBucketKeysPost & { name: string }, options?: LxdWaitOptions): Promise<LxdStorageBucketKey>
}

/** What can be done with a bucket. */
export interface LxdStorageBucketMethods extends LxdUpdatable<StorageBucketPut>, LxdDeletable {
  readonly keys: LxdStorageBucketKeys
}

/** A bucket for objects, which S3 clients reach at `s3_url`. */
export type LxdStorageBucket = StorageBucket & LxdStorageBucketMethods

/** Which buckets to list. */
export interface BucketSelection extends ProjectScope {
  /**
   * Whether to list the buckets of every project; not together with `project`. Needs the API extension
   * `storage_buckets_all_projects`.
   *
   * @default false
   */
  allProjects?: boolean | undefined
}

/** The buckets of a pool. @throws {LxdExtensionError} from every method when the server lacks `storage_buckets`. */
export interface LxdStorageBuckets extends LxdCollection<LxdStorageBucket, ProjectScope> {
  /** Every bucket, with one request. */
  all(selection?: BucketSelection & LxdCallOptions): Promise<LxdStorageBucket[]>
  /** Creates a bucket and reads it. */
  create(
    definition: StorageBucketsPost & { name: string },
    scope?: ProjectScope & LxdWaitOptions,
  ): Promise<LxdStorageBucket>
}
