import { storagePoolGet } from '../actions/storagePoolGet.js'
import { etagOf, rememberEtag } from '../etagOf.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { StoragePool } from '../schemas/StoragePool.js'
import { storagePoolEtag } from './storagePoolEtag.js'

/** Reads a pool, with the ETag that LXD 5.0 checks but does not send. */
export async function readStoragePool(
  client: LxdClient,
  poolName: string,
  options?: LxdCallOptions,
): Promise<StoragePool> {
  const data = await storagePoolGet(client, { poolName }, options)
  return rememberEtag(data, etagOf(data) ?? (await storagePoolEtag(data)))
}
