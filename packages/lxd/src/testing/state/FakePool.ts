import type { FakeVolume } from './FakeVolume.js'

/** A storage pool with its volumes. */
export interface FakePool {
  readonly name: string
  readonly driver: 'dir' | 'btrfs'
  description: string
  config: Record<string, string>
  volumes: FakeVolume[]
  /** Size of the file system of a btrfs pool, in bytes: a later change of `size` does not reach it. */
  readonly bytes: number | undefined
  /** Whether a sized file system was made in it, which switches the quotas of btrfs on. */
  hasQuotas: boolean
}
