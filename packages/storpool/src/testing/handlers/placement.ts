import type { PlacementGroupUpdateParameters } from '../../actions/placementGroupUpdate.js'
import type { VagUpdateParameters } from '../../actions/vagUpdate.js'
import type { ApiOk } from '../../schemas/ApiOk.js'
import type { FaultSet } from '../../schemas/FaultSet.js'
import type { PlacementGroup } from '../../schemas/PlacementGroup.js'
import type { Vag } from '../../schemas/Vag.js'
import type { FakeCluster, FakePlacementGroup } from '../FakeCluster.js'
import type { FakeVolume } from '../FakeVolume.js'
import { alreadyExists, doesNotExist, inUse } from '../Refusal.js'

type Named = { placementGroupName: string }

const placements = ['placeAll', 'placeTail', 'placeHead'] as const

const describe = ({ id, name, disks }: FakePlacementGroup): PlacementGroup => ({ id, name, disks: [...disks] })

/** Whatever is placed by a group: volumes, snapshots, templates. */
const placed = (cluster: FakeCluster) => [...cluster.volumes, ...cluster.templates.values()]

function update(cluster: FakeCluster, given: PlacementGroupUpdateParameters): ApiOk {
  const { placementGroupName: name, rename, addDisks = [], rmDisks = [] } = given
  for (const disk of [...addDisks, ...rmDisks]) cluster.disk(disk)
  if (rename != null && rename !== name && cluster.placementGroups.has(rename)) {
    throw alreadyExists('Placement group', rename)
  }
  const group = cluster.placementGroups.get(name) ?? { id: cluster.placementGroups.size + 1, name, disks: new Set() }
  for (const disk of addDisks) group.disks.add(disk)
  for (const disk of rmDisks) group.disks.delete(disk)
  cluster.placementGroups.delete(name)
  group.name = rename ?? name
  cluster.placementGroups.set(group.name, group)
  for (const each of placed(cluster)) for (const key of placements) if (each[key] === name) each[key] = group.name
  return cluster.changed()
}

const allocationGroup = (cluster: FakeCluster, vagId: bigint): bigint => {
  if (!cluster.vags.has(vagId)) throw doesNotExist('Volume allocation group', vagId)
  return vagId
}

function moveTo(cluster: FakeCluster, volume: FakeVolume, vagId: 'parent' | number | bigint): ApiOk {
  volume.vagId = vagId === 'parent' ? (volume.parent?.vagId ?? 1n) : allocationGroup(cluster, BigInt(vagId))
  return cluster.changed()
}

type VagId = 'parent' | number | bigint

export const placementHandlers = {
  placementGroupsList: (cluster: FakeCluster): Record<string, PlacementGroup> =>
    Object.fromEntries([...cluster.placementGroups].map(([name, group]) => [name, describe(group)])),
  placementGroupDescribe: (cluster: FakeCluster, { placementGroupName }: Named): PlacementGroup =>
    describe(cluster.placementGroup(placementGroupName)),
  placementGroupUpdate: update,
  placementGroupDelete: (cluster: FakeCluster, { placementGroupName }: Named): ApiOk => {
    const { name } = cluster.placementGroup(placementGroupName)
    const needed = placed(cluster).some((each) => placements.some((key) => each[key] === name))
    if (needed) throw inUse('Placement group', name, 'used by a volume, snapshot or template')
    cluster.placementGroups.delete(name)
    return cluster.changed()
  },
  faultSetsList: (cluster: FakeCluster): Record<string, FaultSet> =>
    cluster.servers.size === 0 ? {} : { rack: { name: 'rack', servers: [...cluster.servers.keys()] } },
  vagList: (cluster: FakeCluster, { vagName }: { vagName: bigint }): Vag => {
    const vagId = allocationGroup(cluster, vagName)
    const groups = { placeAll: 'default', placeTail: 'default', placeHead: 'default' }
    return {
      name: vagId,
      vagId,
      ...groups,
      replication: 3,
      templateName: '',
      diskSetsConstraintsViolated: false,
      chains: [],
      targetDiskSets: [],
      overrides: {},
    }
  },
  vagUpdate: (cluster: FakeCluster, { vagId, targetsCount }: VagUpdateParameters): ApiOk => {
    const id = /^\d{1,20}$/.test(vagId) ? BigInt(vagId) : 0n
    cluster.vags.set(allocationGroup(cluster, id), { targetsCount })
    return cluster.changed()
  },
  volumeUpdateVag: (cluster: FakeCluster, { volumeName, vagId }: { volumeName: string; vagId: VagId }): ApiOk =>
    moveTo(cluster, cluster.volume(volumeName), vagId),
  snapshotUpdateVag: (cluster: FakeCluster, { snapshotName, vagId }: { snapshotName: string; vagId: VagId }): ApiOk =>
    moveTo(cluster, cluster.snapshot(snapshotName), vagId),
}
