/** What is known of the driver of a storage pool. */
export interface Driver {
  /** Name as the controller answers it. */
  readonly name: string
  /** Undefined for those that store nothing. */
  readonly provisioning: 'Fat' | 'Thin' | undefined
  readonly snapshots: boolean
  /** Properties that name where the pool is, the outer one first. */
  readonly source: readonly string[]
}

const drivers: readonly Driver[] = [
  { name: 'LvmDriver', provisioning: 'Fat', snapshots: false, source: ['StorDriver/LvmVg'] },
  {
    name: 'LvmThinDriver',
    provisioning: 'Thin',
    snapshots: true,
    source: ['StorDriver/LvmVg', 'StorDriver/ThinPool'],
  },
  { name: 'ZfsDriver', provisioning: 'Fat', snapshots: true, source: ['StorDriver/ZPool'] },
  { name: 'ZfsThinDriver', provisioning: 'Thin', snapshots: true, source: ['StorDriver/ZPoolThin'] },
  { name: 'DisklessDriver', provisioning: undefined, snapshots: false, source: [] },
  { name: 'SwordfishTargetDriver', provisioning: 'Fat', snapshots: false, source: [] },
  { name: 'SwordfishInitiatorDriver', provisioning: undefined, snapshots: false, source: [] },
]

/** The driver of that name; names without `Driver` are taken as well. */
export const findDriver = (name: string): Driver | undefined =>
  drivers.find((driver) => driver.name === name || driver.name === `${name}Driver`)
