import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'
import { driverPoolProperties } from './driverPoolProperties.js'
import { propertiesOf } from './propertiesOf.js'

/**
 * The name of what a storage pool works on, from its properties: a volume group, `group/pool`, or a ZFS pool. Empty for
 * drivers that work on nothing that has a name.
 *
 * @param storageDriver - Full or short name of the driver, for example `LvmDriver` or `Lvm`.
 */
export const storagePropsToDriverPool = (storageDriver: string, props: readonly LinStorMapEntry[]): string =>
  driverPoolProperties.nameFrom(storageDriver, propertiesOf(props))
