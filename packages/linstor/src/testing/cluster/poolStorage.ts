import { findDriver } from './drivers.js'
import type { StorPool } from './objects.js'
import { volumesOf } from './volumesOf.js'

/** Space of a storage pool, in KiB. */
export interface PoolSpace {
  readonly freeKib: bigint
  readonly totalKib: bigint
}

/** Size of a volume group, a thin pool or a zpool where a node was not told of one, in KiB: 20 GiB. */
export const defaultStorageKib = 20_971_520n

const unlimitedKib = 0x7fff_ffff_ffff_ffffn
const extentKib = 4_096n

/**
 * Space of a storage pool. What thin pools hold takes no space.
 *
 * @returns undefined when the satellite does not have the volume group or the like that the pool names.
 */
export function poolSpace(pool: StorPool): PoolSpace | undefined {
  const source = sourceOf(pool)
  if (source === undefined) return { freeKib: unlimitedKib, totalKib: unlimitedKib }
  const totalKib = pool.node.storage === undefined ? defaultStorageKib : pool.node.storage.get(source)
  if (totalKib === undefined) return undefined
  let freeKib = totalKib
  for (const other of pool.node.storPools.values()) {
    if (isThin(other) || sourceOf(other) !== source) continue
    for (const { vlm } of volumesOf(other)) if (vlm.diskState !== undefined) freeKib -= allocatedKib(vlm.dfn.sizeKib)
  }
  return { freeKib: freeKib > 0n ? freeKib : 0n, totalKib }
}

/** Whether volumes in this pool take space only as they are written. */
export const isThin = (pool: StorPool): boolean => findDriver(pool.driver)?.provisioning === 'Thin'

/** Whether volumes in this pool have a disk. */
export const hasDisk = (pool: StorPool): boolean => findDriver(pool.driver)?.provisioning !== undefined

/** What a volume takes in a volume group, in KiB: with room for DRBD's metadata of 7 peers, in extents of 4 MiB. */
export function allocatedKib(sizeKib: bigint): bigint {
  const bitmapKib = (sizeKib + 32_767n) / 32_768n
  const wantedKib = sizeKib + 7n * bitmapKib + 36n
  return ((wantedKib + extentKib - 1n) / extentKib) * extentKib
}

/** Volume group, `group/thin pool` or zpool of a storage pool; undefined where there is none. */
export function sourceOf(pool: StorPool): string | undefined {
  const keys = findDriver(pool.driver)?.source ?? []
  return keys.length === 0 ? undefined : keys.map((key) => pool.props.get(key) ?? '').join('/')
}
