import type { SnapshotSummary } from '../schemas/SnapshotSummary.js'
import type { VolumeSummary } from '../schemas/VolumeSummary.js'
import type { VolumeSummaryBase } from '../schemas/VolumeSummaryBase.js'

/** A volume or snapshot of the fake. */
export interface FakeVolume {
  isSnapshot: boolean
  /** Empty when it has none; it is known by its global id then. */
  name: string
  readonly globalId: string
  readonly id: bigint
  readonly createdAt: bigint
  size: number
  replication: number
  placeAll: string
  placeTail: string
  placeHead: string
  bw: number | '-'
  iops: number | '-'
  limitType: 'total' | 'perGiB' | undefined
  reuseServer: boolean
  tags: Record<string, string>
  /** Always a snapshot. */
  parent: FakeVolume | undefined
  /** Name of its template, empty when there is none. */
  template: string
  vagId: bigint
  /** Snapshots: whether it goes once nothing needs it. */
  bound: boolean
  /** Snapshots: whether the fake made the name. */
  autoName: boolean
  /** Snapshots: whether it only waits for its children to go. */
  deleted: boolean
  /** Snapshots: whether it only helps a copy. */
  transient: boolean
  /** Snapshots: Unix time in seconds, 0 for none. */
  targetDeleteDate: number
  /** Snapshots: name of the volume it was taken of. */
  takenOf: string
}

/** How the API calls it. */
export const nameOf = ({ name, globalId, deleted }: FakeVolume): string =>
  name === '' ? `~${globalId}` : `${deleted ? '*' : ''}${name}`

/** How the API calls it where only names of volumes may stand: names of snapshots may hold more. */
export const volumeNameOf = (volume: FakeVolume): string =>
  /^#?[A-Za-z0-9_.:-]+$/.test(nameOf(volume)) ? nameOf(volume) : `~${volume.globalId}`

function summaryBase(volume: FakeVolume): VolumeSummaryBase {
  const { bw, iops, limitType, id, size, replication, globalId, placeAll, placeTail, placeHead, reuseServer } = volume
  return {
    bw,
    iops,
    ...(limitType && { limitType }),
    id,
    parentName: volume.parent === undefined ? '' : nameOf(volume.parent),
    templateName: volume.template,
    size,
    replication,
    globalId,
    placeAll,
    placeTail,
    placeHead,
    parentVolumeId: volume.parent?.id ?? 0n,
    originalParentVolumeId: volume.parent?.id ?? 0n,
    visibleVolumeId: volume.id,
    templateId: volume.template === '' ? 0n : 1n,
    objectsCount: Math.ceil(size / objectSize),
    creationTimestamp: volume.createdAt,
    flags: 0,
    tags: { ...volume.tags },
    reuseServer,
  }
}

/** Bytes of the pieces in which volumes are stored. */
export const objectSize = 32 * 1024 * 1024

export const volumeSummary = (volume: FakeVolume): VolumeSummary => ({ ...summaryBase(volume), name: nameOf(volume) })

export const snapshotSummary = (snapshot: FakeVolume): SnapshotSummary => ({
  ...summaryBase(snapshot),
  name: nameOf(snapshot),
  onVolume: snapshot.takenOf,
  autoName: snapshot.autoName,
  bound: snapshot.bound,
  deleted: snapshot.deleted,
  transient: snapshot.transient,
  recoveringFromRemote: false,
  ...(snapshot.targetDeleteDate > 0 && { targetDeleteDate: snapshot.targetDeleteDate }),
})
