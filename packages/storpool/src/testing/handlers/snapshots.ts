import type { SnapshotCreateParameters } from '../../actions/snapshotCreate.js'
import type { SnapshotCreateGroupParameters } from '../../actions/snapshotCreateGroup.js'
import type { SnapshotRebaseParameters } from '../../actions/snapshotRebase.js'
import type { SnapshotUpdateParameters } from '../../actions/snapshotUpdate.js'
import type { ApiOk } from '../../schemas/ApiOk.js'
import type { ApiOkSnapshotCreate } from '../../schemas/ApiOkSnapshotCreate.js'
import type { GroupSnapshotsResult } from '../../schemas/GroupSnapshotsResult.js'
import type { Snapshot } from '../../schemas/Snapshot.js'
import type { SnapshotInfo } from '../../schemas/SnapshotInfo.js'
import type { SnapshotSpace } from '../../schemas/SnapshotSpace.js'
import type { SnapshotSummary } from '../../schemas/SnapshotSummary.js'
import type { FakeCluster } from '../FakeCluster.js'
import { type FakeVolume, nameOf, snapshotSummary } from '../FakeVolume.js'
import { addSnapshot } from './addSnapshot.js'
import { applyPolicy } from './applyPolicy.js'
import { refuseUsedName } from './refuseUsedName.js'
import { tagsOf } from './tagsOf.js'
import { countObjects, placeObjects, refuseAttached, removeVolume, rename } from './volumes.js'

type Named = { snapshotName: string }

const all = (cluster: FakeCluster): FakeVolume[] => cluster.volumes.filter(({ isSnapshot }) => isSnapshot)

function remove(cluster: FakeCluster, snapshot: FakeVolume): ApiOk {
  refuseAttached(cluster, snapshot)
  // With children it stays until they are gone, under a name that says so.
  if (cluster.volumes.some(({ parent }) => parent === snapshot)) snapshot.deleted = true
  else removeVolume(cluster, snapshot)
  return cluster.changed()
}

/** Creates a snapshot, as the seeds of the fake do, too. */
export function snapshotCreate(cluster: FakeCluster, given: SnapshotCreateParameters): ApiOkSnapshotCreate {
  const snapshot = addSnapshot(cluster, cluster.volume(given.volumeName), given)
  return {
    ...cluster.changed(),
    ...(snapshot.autoName && snapshot.name !== '' && { autoName: snapshot.name }),
    snapshotGlobalId: snapshot.globalId,
    snapshotVisibleVolumeId: snapshot.id,
  }
}

export const snapshotHandlers = {
  snapshotsList: (cluster: FakeCluster): SnapshotSummary[] => all(cluster).map(snapshotSummary),
  snapshotsSpace: (cluster: FakeCluster): SnapshotSpace[] =>
    all(cluster).map((each) => ({ ...snapshotSummary(each), storedSize: 0n, spaceUsed: 0n })),
  snapshotList: (cluster: FakeCluster, { snapshotName }: Named): SnapshotSummary[] => [
    snapshotSummary(cluster.snapshot(snapshotName)),
  ],
  snapshotDescribe: (cluster: FakeCluster, { snapshotName }: Named): Snapshot => {
    const snapshot = cluster.snapshot(snapshotName)
    return { ...snapshotSummary(snapshot), ...placeObjects(cluster, snapshot) }
  },
  snapshotInfo: (cluster: FakeCluster, { snapshotName }: Named): SnapshotInfo => {
    const snapshot = cluster.snapshot(snapshotName)
    return { ...snapshotSummary(snapshot), ...countObjects(cluster, snapshot) }
  },
  snapshotCreate,
  snapshotCreateGroup: (cluster: FakeCluster, given: SnapshotCreateGroupParameters): GroupSnapshotsResult => {
    // All or none: every volume and name is looked at before the first snapshot is made.
    const wanted = given.volumes.map((each) => ({ ...each, source: cluster.volume(each.volume) }))
    for (const { name } of wanted) if (name) refuseUsedName(cluster, name)
    const snapshots = wanted.map(({ source, name, tags }) => {
      const snapshot = addSnapshot(cluster, source, { name, tags: { ...tagsOf(given.tags), ...tagsOf(tags) } })
      return {
        volume: nameOf(source),
        volumeGlobalId: source.globalId,
        snapshot: nameOf(snapshot),
        snapshotGlobalId: snapshot.globalId,
        remoteId: snapshot.globalId,
      }
    })
    cluster.changed()
    return { snapshots }
  },
  snapshotUpdate: (cluster: FakeCluster, given: SnapshotUpdateParameters): ApiOk => {
    const snapshot = cluster.snapshot(given.snapshotName)
    const { rename: name, template, bind, targetDeleteDate, deleteAfter } = given
    if (template != null) snapshot.template = cluster.template(template).name
    applyPolicy(cluster, snapshot, given)
    if (name != null && name !== snapshot.name) rename(cluster, snapshot, name)
    snapshot.bound = bind ?? snapshot.bound
    if (targetDeleteDate != null) snapshot.targetDeleteDate = targetDeleteDate
    if (deleteAfter != null) snapshot.targetDeleteDate = deleteAfter === 0 ? 0 : Number(cluster.now()) + deleteAfter
    return cluster.changed()
  },
  snapshotRebase: (cluster: FakeCluster, { snapshotName, parentName }: SnapshotRebaseParameters): ApiOk => {
    cluster.snapshot(snapshotName).parent = parentName == null ? undefined : cluster.snapshot(parentName)
    return cluster.changed()
  },
  snapshotAbandonDisk: (cluster: FakeCluster, { snapshotName, diskId }: Named & { diskId: number }): ApiOk => {
    cluster.snapshot(snapshotName)
    cluster.disk(diskId)
    return cluster.changed()
  },
  snapshotDelete: (cluster: FakeCluster, { snapshotName }: Named): ApiOk =>
    remove(cluster, cluster.snapshot(snapshotName)),
  snapshotDeleteById: (cluster: FakeCluster, { globalVolumeId }: { globalVolumeId: string }): ApiOk =>
    remove(cluster, cluster.snapshot(`~${globalVolumeId}`)),
}
