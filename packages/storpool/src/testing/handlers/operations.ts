import type { MaintenanceSetParameters } from '../../actions/maintenanceSet.js'
import type { ApiOk } from '../../schemas/ApiOk.js'
import type { DiskTarget } from '../../schemas/DiskTarget.js'
import type { SnapshotStatus } from '../../schemas/SnapshotStatus.js'
import type { SnapshotStatusQuick } from '../../schemas/SnapshotStatusQuick.js'
import type { VolumeBalancerVolumeDiskSets } from '../../schemas/VolumeBalancerVolumeDiskSets.js'
import type { VolumeBalancerVolumeStatus } from '../../schemas/VolumeBalancerVolumeStatus.js'
import type { VolumeStatus } from '../../schemas/VolumeStatus.js'
import type { VolumeStatusQuick } from '../../schemas/VolumeStatusQuick.js'
import type { FakeCluster } from '../FakeCluster.js'
import { type FakeVolume, nameOf, snapshotSummary, volumeSummary } from '../FakeVolume.js'
import { alreadyExists, doesNotExist } from '../Refusal.js'
import { placeObjects } from './volumes.js'

type OfVolume = { volumeName: string }
type OfSnapshot = { snapshotName: string }

function quickStatus(volume: FakeVolume): SnapshotStatusQuick | VolumeStatusQuick {
  const summary = volume.isSnapshot ? snapshotSummary(volume) : volumeSummary(volume)
  return {
    ...summary,
    snapshot: volume.isSnapshot,
    status: 'up',
    migrating: false,
    decreasedRedundancy: false,
    balancerBlocked: false,
    syncingDataBytes: 0,
    syncingMetaObjects: 0,
    downBytes: 0,
    upSoonChainsCount: 0,
    downDrives: [],
    missingDrives: [],
    missingTargetDrives: [],
    softEjectingDrives: [],
  }
}

const byName = <T>(cluster: FakeCluster, describe: (volume: FakeVolume) => T): Record<string, T> =>
  Object.fromEntries(cluster.volumes.map((volume) => [nameOf(volume), describe(volume)]))

const still = { current: 0, target: 0, delta: 0, toRecover: 0 }

const diskTargets = (cluster: FakeCluster): Record<string, DiskTarget> =>
  Object.fromEntries(
    [...cluster.disks.values()].map(({ id, serverId, downSince }) => [
      id,
      downSince === undefined
        ? {
            id,
            serverId,
            generationLeft: -1n,
            objectsCount: 0,
            objectsAllocated: still,
            storedSize: still,
            onDiskSize: still,
          }
        : { id, serverId, generationLeft: downSince },
    ]),
  )

function balance(volume: FakeVolume): VolumeBalancerVolumeStatus {
  const { placeAll, placeTail, placeHead, replication, size, isSnapshot } = volume
  const place = { placeAll, placeTail, placeHead, replication, size: BigInt(size) }
  return { name: nameOf(volume), ...place, objectsCount: 0, snapshot: isSnapshot, reallocated: false, blocked: false }
}

function diskSets(cluster: FakeCluster, volume: FakeVolume): VolumeBalancerVolumeDiskSets {
  const { targetDiskSets } = placeObjects(cluster, volume)
  return { ...balance(volume), currentDiskSets: targetDiskSets, balancerDiskSets: targetDiskSets }
}

const targetsOfVolume = (cluster: FakeCluster, { volumeName }: OfVolume) => {
  cluster.volume(volumeName)
  return diskTargets(cluster)
}

const targetsOfSnapshot = (cluster: FakeCluster, { snapshotName }: OfSnapshot) => {
  cluster.snapshot(snapshotName)
  return diskTargets(cluster)
}

export const operationHandlers = {
  volumesQuickStatus: (cluster: FakeCluster) => byName(cluster, quickStatus),
  volumesStatus: (cluster: FakeCluster): Record<string, SnapshotStatus | VolumeStatus> =>
    byName(cluster, (volume) => ({ ...quickStatus(volume), storedSize: 0, onDiskSize: 0 })),
  volumeRelocatorStatus: () => ({ status: 'on', volumesToRelocate: 0, recoveringFromRemote: 0 }),
  volumeRelocatorDisks: diskTargets,
  volumeRelocatorVolumeDisks: targetsOfVolume,
  volumeRelocatorSnapshotDisks: targetsOfSnapshot,
  volumeBalancerGetStatus: (cluster: FakeCluster) => ({ status: cluster.balancer, auto: false }),
  volumeBalancerSetStatus: (cluster: FakeCluster, { cmd }: { cmd: 'start' | 'stop' | 'commit' }): ApiOk => {
    cluster.balancer = cmd === 'start' ? 'ready' : 'nothing to do'
    return cluster.changed()
  },
  volumeBalancerVolumesStatus: (cluster: FakeCluster): VolumeBalancerVolumeStatus[] => cluster.volumes.map(balance),
  volumeBalancerDisks: diskTargets,
  volumeBalancerVolumeDisks: targetsOfVolume,
  volumeBalancerSnapshotDisks: targetsOfSnapshot,
  volumeBalancerVolumeDiskSets: (cluster: FakeCluster, { volumeName }: OfVolume) =>
    diskSets(cluster, cluster.volume(volumeName)),
  volumeBalancerSnapshotDiskSets: (cluster: FakeCluster, { snapshotName }: OfSnapshot) =>
    diskSets(cluster, cluster.snapshot(snapshotName)),
  maintenanceList: (cluster: FakeCluster) => ({ nodes: [...cluster.maintenance.values()] }),
  maintenanceSet: (cluster: FakeCluster, { nodeId, duration, description }: MaintenanceSetParameters): ApiOk => {
    if (cluster.maintenance.has(nodeId)) throw alreadyExists('Maintenance of node', nodeId)
    const started = Number(cluster.now())
    cluster.maintenance.set(nodeId, { nodeId, duration, description, started, remaining: duration, overrun: false })
    return cluster.changed()
  },
  maintenanceComplete: (cluster: FakeCluster, { nodeId }: { nodeId: number }): ApiOk => {
    if (!cluster.maintenance.delete(nodeId)) throw doesNotExist('Maintenance of node', nodeId)
    return cluster.changed()
  },
}
