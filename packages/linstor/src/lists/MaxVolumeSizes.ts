/** How large a volume may be in the storage pools of one name. */
export interface MaxVolumeSize {
  /** Name of the storage pool. */
  storagePoolName: string
  /** Size of the largest volume, in KiB. 9223372036854775807 where space is not limited. */
  maxVlmSize: bigint
  /** The nodes that have the pool, and room enough. */
  nodeNames: string[]
  /** Whether all these pools provision thinly; `undefined` when the controller does not say. */
  allThin: boolean | undefined
}

/** What fits where. */
export interface MaxVolumeSizes {
  /** Empty when nothing fits. */
  candidates: MaxVolumeSize[]
  /** How much more than there is may be promised, for example `20.0`. From API version 3. */
  defaultMaxOversubscriptionRatio: string | undefined
}
