import type { VolumeSnapshotDesc } from '../../schemas/VolumeSnapshotDesc.js'
import type { FakeCluster } from '../FakeCluster.js'
import { type FakeVolume, nameOf } from '../FakeVolume.js'
import { refuseUsedName } from './refuseUsedName.js'
import { tagsOf } from './tagsOf.js'

/** Takes a snapshot of a volume: what it held so far is the snapshot's, and the snapshot becomes its parent. */
export function addSnapshot(
  cluster: FakeCluster,
  volume: FakeVolume,
  given: VolumeSnapshotDesc & { transient?: boolean },
): FakeVolume {
  const { name, bind, tags, deleteAfter, targetDeleteDate, transient = false } = given
  if (name) refuseUsedName(cluster, name)
  const ids = cluster.nextId()
  const snapshot: FakeVolume = {
    ...volume,
    ...ids,
    isSnapshot: true,
    name: name || automaticName(volume, ids.id),
    autoName: !name,
    bound: bind ?? transient,
    transient,
    createdAt: cluster.now(),
    tags: { ...volume.tags, ...tagsOf(tags) },
    targetDeleteDate: targetDeleteDate || (deleteAfter ? Number(cluster.now()) + deleteAfter : 0),
    takenOf: nameOf(volume),
  }
  volume.parent = snapshot
  cluster.volumes.push(snapshot)
  return snapshot
}

// The @ may follow what is a snapshot's name itself; other volumes' snapshots are known by their global id.
const automaticName = ({ name }: FakeVolume, id: bigint): string => (/^[A-Za-z0-9]/.test(name) ? `${name}@${id}` : '')
