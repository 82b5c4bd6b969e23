import {
  KEY_STOR_POOL_PROVISIONING,
  KEY_STOR_POOL_SUPPORTS_SNAPSHOTS,
  VAL_STOR_POOL_PROVISIONING_FAT,
  VAL_STOR_POOL_PROVISIONING_THIN,
} from '@x/linstor-wire/constants'
import type { StorPool } from '@x/linstor-wire/messages/StorPool'
import { propertiesOf } from './propertiesOf.js'
import { storageDriverOf } from './storageDriverOf.js'

/** What the driver of a storage pool can do. */
export interface StoragePoolTraits {
  /** Space is taken when it is written to, and snapshots cost little. */
  thin: boolean
  /** Space is taken when a volume is created. Neither this nor `thin` is true where the controller does not say. */
  fat: boolean
  /** The pool holds no data: its resources reach theirs over the network. */
  diskless: boolean
  supportsSnapshots: boolean
}

const disklessDrivers: readonly (string | undefined)[] = ['DisklessDriver', 'SwordfishInitiatorDriver']

/** What the driver of a storage pool can do, as the controller says. */
export function storagePoolTraits({ staticTraits, driver }: StorPool): StoragePoolTraits {
  const traits = propertiesOf(staticTraits)
  return {
    thin: traits[KEY_STOR_POOL_PROVISIONING] === VAL_STOR_POOL_PROVISIONING_THIN,
    fat: traits[KEY_STOR_POOL_PROVISIONING] === VAL_STOR_POOL_PROVISIONING_FAT,
    diskless: disklessDrivers.includes(storageDriverOf(driver)),
    // Small letters here, unlike the values of properties.
    supportsSnapshots: traits[KEY_STOR_POOL_SUPPORTS_SNAPSHOTS] === 'true',
  }
}
