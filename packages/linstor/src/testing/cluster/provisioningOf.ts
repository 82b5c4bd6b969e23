import { findDriver } from './drivers.js'
import type { StorPool } from './objects.js'

/** How volumes in a storage pool take space: `Thin` as they are written, `Fat` at once; undefined where they have no disk. */
export const provisioningOf = (pool: StorPool): 'Fat' | 'Thin' | undefined => findDriver(pool.driver)?.provisioning
