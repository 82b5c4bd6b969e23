import type { VolumeCreateParameters } from '../../actions/volumeCreate.js'
import type { VolumeFreezeParameters } from '../../actions/volumeFreeze.js'
import type { VolumeRebaseParameters } from '../../actions/volumeRebase.js'
import type { VolumeRevertParameters } from '../../actions/volumeRevert.js'
import type { VolumeUpdateParameters } from '../../actions/volumeUpdate.js'
import type { ApiOk } from '../../schemas/ApiOk.js'
import type { ApiOkVolumeCreate } from '../../schemas/ApiOkVolumeCreate.js'
import type { SnapshotSummary } from '../../schemas/SnapshotSummary.js'
import type { Volume } from '../../schemas/Volume.js'
import type { VolumeInfo } from '../../schemas/VolumeInfo.js'
import type { VolumeSpace } from '../../schemas/VolumeSpace.js'
import type { VolumeSummary } from '../../schemas/VolumeSummary.js'
import type { FakeCluster } from '../FakeCluster.js'
import { type FakeVolume, nameOf, objectSize, snapshotSummary, volumeNameOf, volumeSummary } from '../FakeVolume.js'
import { inUse, invalid } from '../Refusal.js'
import { addSnapshot } from './addSnapshot.js'
import { applyPolicy } from './applyPolicy.js'
import { refuseUsedName } from './refuseUsedName.js'

type Named = { volumeName: string }

const all = (cluster: FakeCluster): FakeVolume[] => cluster.volumes.filter(({ isSnapshot }) => !isSnapshot)

const chains = (cluster: FakeCluster, volume: FakeVolume): number[][] => {
  const disks = [...(cluster.placementGroups.get(volume.placeAll)?.disks ?? [])].slice(0, volume.replication)
  return Array.from({ length: Math.min(4, Math.ceil(volume.size / objectSize)) }, () => disks)
}

/** How many objects stand on which disks; of a volume or a snapshot. */
export const countObjects = (cluster: FakeCluster, volume: FakeVolume) => {
  const [disks = []] = chains(cluster, volume)
  const count = Math.ceil(volume.size / objectSize)
  return {
    disksCount: disks.length,
    objectsPerDisk: Object.fromEntries(disks.map((disk) => [disk, count])),
    objectsPerChain: [{ count, disks }],
    objectsPerDiskSet: [{ count, disks }],
  }
}

/** On which disks the objects stand; of a volume or a snapshot. */
export const placeObjects = (cluster: FakeCluster, volume: FakeVolume) => ({
  objects: chains(cluster, volume),
  targetDiskSets: chains(cluster, volume).slice(0, 1),
})

/** Creates a volume, as the seeds of the fake do, too. */
export function volumeCreate(cluster: FakeCluster, given: VolumeCreateParameters): ApiOkVolumeCreate {
  const { name, parent, baseOn, template, size } = given
  if (parent && baseOn) throw invalid('Only one of parent and baseOn can be given.')
  if (name) refuseUsedName(cluster, name)
  const source = baseOn ? cluster.volume(baseOn) : undefined
  const origin = parent ? cluster.snapshot(parent) : undefined
  const pattern = template ? cluster.template(template) : undefined
  const templateSize = typeof pattern?.size === 'number' ? pattern.size : undefined
  const wanted = size ?? source?.size ?? origin?.size ?? templateSize
  if (wanted === undefined) throw invalid('The size is given neither here nor by the template.')
  const like = source ?? origin
  const volume: FakeVolume = {
    isSnapshot: false,
    name: name ?? '',
    ...cluster.nextId(),
    createdAt: cluster.now(),
    size: wanted,
    replication: typeof pattern?.replication === 'number' ? pattern.replication : (like?.replication ?? 3),
    placeAll: pattern?.placeAll ?? like?.placeAll ?? 'default',
    placeTail: pattern?.placeTail ?? like?.placeTail ?? 'default',
    placeHead: pattern?.placeHead ?? like?.placeHead ?? 'default',
    bw: pattern?.bw ?? '-',
    iops: pattern?.iops ?? '-',
    limitType: undefined,
    reuseServer: pattern?.reuseServer ?? false,
    tags: {},
    parent: origin,
    template: template ?? like?.template ?? '',
    vagId: 1n,
    bound: false,
    autoName: false,
    deleted: false,
    transient: false,
    targetDeleteDate: 0,
    takenOf: '',
  }
  applyPolicy(cluster, volume, given)
  let autoName: string | undefined
  if (source !== undefined) {
    volume.parent = addSnapshot(cluster, source, { transient: true })
    autoName = volume.parent.name
  }
  cluster.volumes.push(volume)
  return {
    ...cluster.changed(),
    globalId: volume.globalId,
    ...(name ? {} : { name: nameOf(volume) }),
    ...(autoName && { autoName }),
  }
}

/** Removes a volume or snapshot, and every bound or deleted snapshot that nothing needs any more. */
export function removeVolume(cluster: FakeCluster, volume: FakeVolume): void {
  cluster.volumes.splice(cluster.volumes.indexOf(volume), 1)
  const { parent } = volume
  const isNeeded = cluster.volumes.some((each) => each.parent === parent)
  if (parent !== undefined && !isNeeded && (parent.bound || parent.deleted)) removeVolume(cluster, parent)
}

/** Refuses when a volume or snapshot is attached to a client. */
export function refuseAttached(cluster: FakeCluster, volume: FakeVolume): void {
  const attached = cluster.attachments.some(({ globalId }) => globalId === volume.globalId)
  if (attached) throw inUse(volume.isSnapshot ? 'Snapshot' : 'Volume', nameOf(volume), 'attached to a client')
}

/** Renames a volume or snapshot, also where the fake shows its name elsewhere. */
export function rename(cluster: FakeCluster, volume: FakeVolume, to: string): void {
  refuseUsedName(cluster, to)
  const from = nameOf(volume)
  volume.name = to
  volume.autoName = false
  for (const attachment of cluster.attachments)
    if (attachment.globalId === volume.globalId) attachment.volume = volumeNameOf(volume)
  for (const each of cluster.volumes) if (each.takenOf === from) each.takenOf = to
}

export const volumeHandlers = {
  volumesList: (cluster: FakeCluster): VolumeSummary[] => all(cluster).map(volumeSummary),
  volumesSpace: (cluster: FakeCluster): VolumeSpace[] =>
    all(cluster).map((each) => ({ ...volumeSummary(each), storedSize: 0n, spaceUsed: 0n })),
  volumeList: (cluster: FakeCluster, { volumeName }: Named): VolumeSummary[] => [
    volumeSummary(cluster.volume(volumeName)),
  ],
  volumeDescribe: (cluster: FakeCluster, { volumeName }: Named): Volume => {
    const volume = cluster.volume(volumeName)
    return { ...volumeSummary(volume), ...placeObjects(cluster, volume) }
  },
  volumeInfo: (cluster: FakeCluster, { volumeName }: Named): VolumeInfo => {
    const volume = cluster.volume(volumeName)
    return { ...volumeSummary(volume), ...countObjects(cluster, volume) }
  },
  volumeListSnapshots: (cluster: FakeCluster, { volumeName }: Named): SnapshotSummary[] => {
    const taken = nameOf(cluster.volume(volumeName))
    return cluster.volumes.filter((each) => each.isSnapshot && each.takenOf === taken).map(snapshotSummary)
  },
  volumeCreate,
  volumeUpdate: (cluster: FakeCluster, given: VolumeUpdateParameters): ApiOk => {
    const volume = cluster.volume(given.volumeName)
    const { size, sizeAdd, shrinkOk, rename: name, template } = given
    if (size != null && sizeAdd != null) throw invalid('Only one of size and sizeAdd can be given.')
    const wanted = size ?? volume.size + (sizeAdd ?? 0)
    if (wanted < volume.size && !shrinkOk) throw invalid('The volume would become smaller and shrinkOk is not given.')
    if (template != null) volume.template = cluster.template(template).name
    applyPolicy(cluster, volume, given)
    if (name != null && name !== volume.name) rename(cluster, volume, name)
    volume.size = wanted
    return cluster.changed()
  },
  volumeDelete: (cluster: FakeCluster, { volumeName }: Named): ApiOk => {
    const volume = cluster.volume(volumeName)
    refuseAttached(cluster, volume)
    removeVolume(cluster, volume)
    return cluster.changed()
  },
  volumeFreeze: (
    cluster: FakeCluster,
    { volumeName, targetDeleteDate, deleteAfter }: VolumeFreezeParameters,
  ): ApiOk => {
    const volume = cluster.volume(volumeName)
    refuseAttached(cluster, volume)
    volume.isSnapshot = true
    volume.takenOf = nameOf(volume)
    volume.targetDeleteDate = targetDeleteDate || (deleteAfter ? Number(cluster.now()) + deleteAfter : 0)
    return cluster.changed()
  },
  volumeRebase: (cluster: FakeCluster, { volumeName, parentName }: VolumeRebaseParameters): ApiOk => {
    cluster.volume(volumeName).parent = parentName == null ? undefined : cluster.snapshot(parentName)
    return cluster.changed()
  },
  volumeAbandonDisk: (cluster: FakeCluster, { volumeName, diskId }: Named & { diskId: number }): ApiOk => {
    if (cluster.find(volumeName, true) === undefined) cluster.volume(volumeName) // the path serves both kinds
    cluster.disk(diskId)
    return cluster.changed()
  },
  volumeRevert: (cluster: FakeCluster, { volumeName, toSnapshot }: VolumeRevertParameters): ApiOk => {
    const volume = cluster.volume(volumeName)
    const snapshot = cluster.snapshot(toSnapshot)
    refuseAttached(cluster, volume)
    if (snapshot.takenOf !== nameOf(volume)) throw invalid(`${nameOf(snapshot)} is no snapshot of ${nameOf(volume)}.`)
    volume.parent = snapshot
    volume.size = snapshot.size
    return cluster.changed()
  },
}
