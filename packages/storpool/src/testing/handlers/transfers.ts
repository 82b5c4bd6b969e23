import type { SnapshotFromRemoteParameters } from '../../actions/snapshotFromRemote.js'
import type { SnapshotUnexportParameters } from '../../actions/snapshotUnexport.js'
import type { VolumeFromRemoteParameters } from '../../actions/volumeFromRemote.js'
import type { ApiOk } from '../../schemas/ApiOk.js'
import type { ApiOkVolumeBackup } from '../../schemas/ApiOkVolumeBackup.js'
import type { ApiOkVolumesGroupBackup } from '../../schemas/ApiOkVolumesGroupBackup.js'
import type { RemoteSnapshot } from '../../schemas/RemoteSnapshot.js'
import type { VolumeBackupDesc } from '../../schemas/VolumeBackupDesc.js'
import type { VolumeMoveToRemoteBase } from '../../schemas/VolumeMoveToRemoteBase.js'
import type { VolumesGroupBackupDesc } from '../../schemas/VolumesGroupBackupDesc.js'
import type { FakeCluster } from '../FakeCluster.js'
import { type FakeVolume, nameOf } from '../FakeVolume.js'
import { doesNotExist, inUse, invalid } from '../Refusal.js'
import { addSnapshot } from './addSnapshot.js'
import { refuseAttached, removeVolume, volumeCreate } from './volumes.js'

type Target = Pick<VolumeMoveToRemoteBase, 'cluster' | 'clusterId'>

function targetLocation(cluster: FakeCluster, { cluster: name, clusterId }: Target): string {
  if (name != null) return cluster.cluster(name).location
  if (clusterId == null) throw invalid('Give the name or the id of the cluster.')
  const found = [...cluster.clusters.values()].find(
    ({ id, location }) => `${cluster.location(location).id}.${id}` === clusterId,
  )
  if (found === undefined) throw doesNotExist('Cluster', clusterId)
  return found.location
}

function move(cluster: FakeCluster, volume: FakeVolume, given: VolumeMoveToRemoteBase): ApiOk {
  targetLocation(cluster, given)
  if (given.onAttached?.startsWith('detach')) detach(cluster, volume)
  refuseAttached(cluster, volume)
  removeVolume(cluster, volume)
  return cluster.changed()
}

function detach(cluster: FakeCluster, { globalId }: FakeVolume): void {
  const kept = cluster.attachments.filter((each) => each.globalId !== globalId)
  cluster.attachments.splice(0, cluster.attachments.length, ...kept)
}

function exportTo(cluster: FakeCluster, volume: FakeVolume, location: string): ApiOk {
  const list = volume.isSnapshot ? cluster.exports : cluster.volumeExports
  const { globalId } = volume
  if (list.some((each) => each.globalId === globalId && each.location === location)) {
    throw inUse(volume.isSnapshot ? 'Snapshot' : 'Volume', nameOf(volume), `exported to ${location} already`)
  }
  list.push({ snapshot: nameOf(volume), globalId, location, backingUp: false })
  return cluster.changed()
}

function unexport(cluster: FakeCluster, { snapshot: name, location, all }: SnapshotUnexportParameters): ApiOk {
  const { globalId } = cluster.snapshot(name)
  if (!all && location == null) throw invalid('Give a location, or all.')
  const leaving = cluster.exports.filter((each) => each.globalId === globalId && (all || each.location === location))
  if (leaving.length === 0) throw doesNotExist('Export of snapshot', name)
  for (const each of leaving) cluster.exports.splice(cluster.exports.indexOf(each), 1)
  return cluster.changed()
}

function backUp(cluster: FakeCluster, { volume, location, tags }: VolumeBackupDesc): FakeVolume {
  cluster.location(location)
  const snapshot = addSnapshot(cluster, cluster.volume(volume), { tags, bind: true })
  cluster.exports.push({ snapshot: nameOf(snapshot), globalId: snapshot.globalId, location, backingUp: true })
  return snapshot
}

function fetch(cluster: FakeCluster, given: VolumeFromRemoteParameters | SnapshotFromRemoteParameters): FakeVolume {
  const { name, template, tags, placeAll, placeTail, placeHead, replication, remoteId, remoteLocation } = given
  const location = cluster.location(remoteLocation).name
  const offers: RemoteSnapshot[] = [...cluster.remoteSnapshots, ...cluster.remoteVolumes]
  const offer = offers.find((each) => each.remoteId === remoteId && each.location === location)
  if (offer === undefined) throw doesNotExist(`Snapshot of ${location}`, remoteId)
  const placement = { template, tags, placeAll, placeTail, placeHead, replication }
  volumeCreate(cluster, { ...placement, name, size: offer.size })
  const made = cluster.volumes.at(-1)
  if (made === undefined) throw doesNotExist('Volume', name)
  return made
}

export const transferHandlers = {
  volumeBackup: (cluster: FakeCluster, given: VolumeBackupDesc): ApiOkVolumeBackup => {
    const { globalId } = backUp(cluster, given)
    return { ...cluster.changed(), remoteId: globalId, globalId }
  },
  volumesGroupBackup: (cluster: FakeCluster, given: VolumesGroupBackupDesc): ApiOkVolumesGroupBackup => {
    const { location, tags } = given
    for (const name of given.volumes) cluster.volume(name)
    const backups: ApiOkVolumesGroupBackup['backups'] = Object.create(null)
    for (const name of given.volumes) {
      const { globalId } = backUp(cluster, { volume: name, location, tags })
      // The keys of the answer are names; a volume without one is left out of it, as its type asks for.
      if (!name.startsWith('~')) backups[name] = { remoteId: globalId, snapshotGlobalId: globalId }
    }
    return { ...cluster.changed(), backups }
  },
  volumeMoveToRemote: (cluster: FakeCluster, given: VolumeMoveToRemoteBase & { volumeName: string }): ApiOk =>
    move(cluster, cluster.volume(given.volumeName), given),
  snapshotMoveToRemote: (cluster: FakeCluster, given: VolumeMoveToRemoteBase & { snapshotName: string }): ApiOk =>
    move(cluster, cluster.snapshot(given.snapshotName), given),
  volumeExport: (cluster: FakeCluster, given: Target & { volumeName: string }): ApiOk =>
    exportTo(cluster, cluster.volume(given.volumeName), targetLocation(cluster, given)),
  volumeAcquire: (cluster: FakeCluster, { volumeName }: { volumeName: string }): ApiOk => {
    const { globalId } = cluster.volume(volumeName)
    const kept = cluster.volumeExports.filter((each) => each.globalId !== globalId)
    cluster.volumeExports.splice(0, cluster.volumeExports.length, ...kept)
    return cluster.changed()
  },
  volumeFromRemote: (cluster: FakeCluster, given: VolumeFromRemoteParameters): ApiOk => {
    const volume = fetch(cluster, given)
    return given.export ? exportTo(cluster, volume, given.remoteLocation) : cluster.changed()
  },
  snapshotFromRemote: (cluster: FakeCluster, given: SnapshotFromRemoteParameters): ApiOk => {
    const snapshot = fetch(cluster, given)
    Object.assign(snapshot, { isSnapshot: true, autoName: !given.name, takenOf: nameOf(snapshot) })
    return given.export ? exportTo(cluster, snapshot, given.remoteLocation) : cluster.changed()
  },
  snapshotExport: (cluster: FakeCluster, { snapshot, location }: { snapshot: string; location: string }): ApiOk =>
    exportTo(cluster, cluster.snapshot(snapshot), cluster.location(location).name),
  snapshotUnexport: unexport,
  exportsList: (cluster: FakeCluster) => ({ exports: cluster.exports }),
  volumeExportsList: (cluster: FakeCluster) => ({ exports: cluster.volumeExports }),
  snapshotsRemoteList: (cluster: FakeCluster) => ({ snapshots: cluster.remoteSnapshots }),
  volumesRemoteList: (cluster: FakeCluster) => ({ volumes: cluster.remoteVolumes }),
  snapshotsRemoteUnexport: (
    cluster: FakeCluster,
    { remoteSnapshots }: { remoteSnapshots: readonly { location: string; globalSnapshotId: string }[] },
  ): ApiOk => {
    const found = remoteSnapshots.map(({ location, globalSnapshotId }) => {
      const index = cluster.remoteSnapshots.findIndex(
        (each) => each.remoteId === globalSnapshotId && each.location === location,
      )
      if (index === -1) throw doesNotExist(`Snapshot of ${location}`, globalSnapshotId)
      return cluster.remoteSnapshots[index]
    })
    const kept = cluster.remoteSnapshots.filter((each) => !found.includes(each))
    cluster.remoteSnapshots.splice(0, cluster.remoteSnapshots.length, ...kept)
    return cluster.changed()
  },
}
