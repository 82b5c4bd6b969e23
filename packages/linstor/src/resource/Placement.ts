/** Where a resource goes when nothing else is said. */
export interface Placement {
  /** How many replicas {@link Resource.autoplace} makes. @default 2 */
  redundancy: number
  /** Storage pool of resources with a disk. Left out, the controller decides. */
  storagePool?: string | undefined
  /** Storage pool of resources without one. Left out, the controller decides. */
  disklessStoragePool?: string | undefined
  /** Whether {@link Resource.autoplace} deploys the resource without a disk on all other nodes. @default false */
  disklessOnRemaining: boolean
}
