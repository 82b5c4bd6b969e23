import { allocatedKib } from './allocatedKib.js'
import type { StorPool } from './objects.js'
import { provisioningOf } from './provisioningOf.js'
import { storageSource } from './storageSource.js'
import { volumesOf } from './volumesOf.js'

/** Space of a storage pool, in KiB. */
export interface PoolSpace {
  readonly freeKib: bigint
  readonly totalKib: bigint
}

// Size of a volume group, a thin pool or a zpool where a node was not told of one: 20 GiB.
const defaultStorageKib = 20_971_520n

const unlimitedKib = 0x7fff_ffff_ffff_ffffn

/**
 * Space of a storage pool. What thin pools hold takes no space.
 *
 * @returns undefined when the satellite does not have the volume group or the like that the pool names.
 */
export function poolSpace(pool: StorPool): PoolSpace | undefined {
  const source = storageSource(pool)
  if (source === undefined) return { freeKib: unlimitedKib, totalKib: unlimitedKib }
  const totalKib = pool.node.storage === undefined ? defaultStorageKib : pool.node.storage.get(source)
  if (totalKib === undefined) return undefined
  let freeKib = totalKib
  for (const other of pool.node.storPools.values()) {
    if (provisioningOf(other) === 'Thin' || storageSource(other) !== source) continue
    for (const { vlm } of volumesOf(other)) if (vlm.diskState !== undefined) freeKib -= allocatedKib(vlm.dfn.sizeKib)
  }
  return { freeKib: freeKib > 0n ? freeKib : 0n, totalKib }
}
