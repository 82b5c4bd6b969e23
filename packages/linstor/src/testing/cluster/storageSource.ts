import { findDriver } from './drivers.js'
import type { StorPool } from './objects.js'

/** Volume group, `group/thin pool` or zpool of a storage pool; undefined where there is none. */
export function storageSource(pool: StorPool): string | undefined {
  const keys = findDriver(pool.driver)?.source ?? []
  return keys.length === 0 ? undefined : keys.map((key) => pool.props.get(key) ?? '').join('/')
}
