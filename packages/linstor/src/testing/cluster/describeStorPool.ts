import { KEY_STOR_POOL_PROVISIONING, KEY_STOR_POOL_SUPPORTS_SNAPSHOTS } from '@x/linstor-wire/constants'
import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'
import type { StorPool as StorPoolMessage } from '@x/linstor-wire/messages/StorPool'
import type { StorPoolFreeSpace } from '@x/linstor-wire/messages/StorPoolFreeSpace'
import { toApiCallResponse } from '../protocol/toApiCallResponse.js'
import type { Cluster } from './Cluster.js'
import { describeVlm } from './describeVlm.js'
import { findDriver } from './drivers.js'
import { listProps } from './listProps.js'
import type { StorPool } from './objects.js'
import { poolSpace } from './poolSpace.js'
import { storageFailure } from './storageFailure.js'
import { volumesOf } from './volumesOf.js'

/** A storage pool as the lists of the controller have it. */
export const describeStorPool = (cluster: Cluster, pool: StorPool): StorPoolMessage => ({
  storPoolUuid: pool.uuid,
  nodeUuid: pool.node.uuid,
  nodeName: pool.node.name,
  storPoolDfnUuid: pool.dfn.uuid,
  storPoolName: pool.dfn.name,
  driver: pool.driver,
  props: listProps(pool.props),
  vlms: volumesOf(pool).map(({ rsc, vlm }) => describeVlm(rsc, vlm)),
  staticTraits: traits(pool),
  freeSpace: pool.node.satellite?.state === 'offline' ? undefined : freeSpace(pool),
  // LINSTOR 0.6.0 takes the name and does not answer it.
  freeSpaceMgrName: cluster.apiVersion === 2 ? undefined : pool.freeSpaceManager,
})

function traits(pool: StorPool): LinStorMapEntry[] {
  const driver = findDriver(pool.driver)
  const provisioning = driver?.provisioning
  const snapshots = { key: KEY_STOR_POOL_SUPPORTS_SNAPSHOTS, value: String(driver?.snapshots ?? false) }
  return provisioning === undefined
    ? [snapshots]
    : [{ key: KEY_STOR_POOL_PROVISIONING, value: provisioning }, snapshots]
}

function freeSpace(pool: StorPool): StorPoolFreeSpace {
  const space = poolSpace(pool)
  return {
    storPoolUuid: pool.uuid,
    storPoolName: pool.dfn.name,
    freeCapacity: space?.freeKib ?? 0n,
    totalCapacity: space?.totalKib ?? 0n,
    errors: space === undefined ? [toApiCallResponse(storageFailure(pool))] : [],
  }
}
