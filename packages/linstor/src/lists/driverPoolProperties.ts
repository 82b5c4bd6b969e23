import { ConfigurationError } from '@x/core-errors'
import {
  KEY_STOR_POOL_THIN_POOL,
  KEY_STOR_POOL_VOLUME_GROUP,
  KEY_STOR_POOL_ZPOOL,
  KEY_STOR_POOL_ZPOOLTHIN,
  NAMESPC_STORAGE_DRIVER,
} from '@x/linstor-wire/constants'
import { storageDriverOf } from './storageDriverOf.js'

const inDriver = (key: string): string => `${NAMESPC_STORAGE_DRIVER}/${key}`

/**
 * Keys of the properties that name what a driver works on: one part, or two with a slash between them.
 * The other drivers work on nothing that has a name.
 */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  LvmDriver: [inDriver(KEY_STOR_POOL_VOLUME_GROUP)],
  LvmThinDriver: [inDriver(KEY_STOR_POOL_VOLUME_GROUP), inDriver(KEY_STOR_POOL_THIN_POOL)],
  ZfsDriver: [inDriver(KEY_STOR_POOL_ZPOOL)],
  ZfsThinDriver: [inDriver(KEY_STOR_POOL_ZPOOLTHIN)],
}

/** Both directions between the name of what a driver works on and the properties of the storage pool. */
export const driverPoolProperties = {
  /**
   * The properties for a driver and the name of its volume group, `group/pool`, or pool.
   *
   * @throws {ConfigurationError} for an unknown driver, and a name that is missing, not wanted, or of the wrong form.
   */
  of(operation: string, storageDriver: string, driverPoolName: string | undefined): Record<string, string> {
    const invalid = (path: string, expected: string) =>
      new ConfigurationError(`${operation}: ${path}: ${expected}`, { operation, path })
    const driver = storageDriverOf(storageDriver)
    if (driver === undefined) throw invalid('storageDriver', `there is no driver ${JSON.stringify(storageDriver)}`)
    const keys = keysOf[driver] ?? []
    if (keys.length === 0 && driverPoolName !== undefined) throw invalid('driverPoolName', `${driver} works on none`)
    if (keys.length > 0 && driverPoolName === undefined) throw invalid('driverPoolName', `${driver} needs one`)
    const parts = keys.length === 2 ? (driverPoolName ?? '').split('/') : keys.map(() => driverPoolName ?? '')
    if (parts.length !== keys.length && keys.length > 0)
      throw invalid('driverPoolName', 'it must be a volume group, a slash and a thin pool')
    if (keys.length > 0 && parts.includes('')) throw invalid('driverPoolName', 'it must not be empty')
    return Object.fromEntries(keys.map((key, index) => [key, parts[index] ?? '']))
  },

  /** The name from the properties; parts that are missing are empty, and so is the name for a driver without one. */
  nameFrom(storageDriver: string, properties: Readonly<Record<string, string>>): string {
    const keys = keysOf[storageDriverOf(storageDriver) ?? ''] ?? []
    return keys.map((key) => properties[key] ?? '').join('/')
  },
}
