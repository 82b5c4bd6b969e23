import type { DiskSummary } from '../schemas/DiskSummary.js'
import type { DiskSummaryBase } from '../schemas/DiskSummaryBase.js'
import type { UpDiskSummary } from '../schemas/UpDiskSummary.js'

/** A disk of the fake. */
export interface FakeDisk {
  readonly id: number
  serverId: number
  ssd: boolean
  /** In bytes. */
  size: number
  description: string
  /** Generation in which it went down; `undefined` while it is up. */
  downSince: bigint | undefined
  softEject: 'on' | 'off' | 'paused'
  scrub: 'off' | 'running' | 'paused'
}

function base({ id, serverId, ssd, description, softEject }: FakeDisk): Omit<DiskSummaryBase, 'generationLeft'> {
  return { id, serverId, ssd, model: ssd ? 'FAKE SSD' : 'FAKE HDD', serial: `F${id}`, description, softEject }
}

/** A disk that is up, as the API describes it. */
export const upDiskSummary = (disk: FakeDisk): UpDiskSummary => ({
  ...base(disk),
  generationLeft: -1n,
  device: `/dev/sd${String.fromCharCode(97 + (disk.id % 26))}`,
  empty: true,
  isWbc: false,
  journaled: false,
  noFlush: false,
  noFua: false,
  noTrim: false,
  sectorsCount: BigInt(disk.size / 512),
  entriesCount: 30_000,
  entriesAllocated: 0,
  entriesFree: 30_000,
  objectsCount: 30_000,
  objectsAllocated: 0,
  objectsFree: 30_000,
  objectsOnDiskSize: 0n,
  wbc: null,
  lastScrubCompleted: 0,
  scrubbedBytes: 0,
  scrubbingBW: 0,
  scrubbingFinishAfter: 0,
  scrubbingPaused: disk.scrub === 'paused',
  scrubbingPausedFor: 0,
  scrubbingStartedBefore: 0,
})

/** A disk as the API lists it. */
export const diskSummary = (disk: FakeDisk): DiskSummary =>
  disk.downSince === undefined ? upDiskSummary(disk) : { ...base(disk), generationLeft: disk.downSince }
