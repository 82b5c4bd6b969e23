import type { VolumeTemplateCreateParameters } from '../../actions/volumeTemplateCreate.js'
import type { VolumeTemplateUpdateParameters } from '../../actions/volumeTemplateUpdate.js'
import type { ApiOk } from '../../schemas/ApiOk.js'
import type { VolumePolicyDesc } from '../../schemas/VolumePolicyDesc.js'
import type { VolumeTemplateDesc } from '../../schemas/VolumeTemplateDesc.js'
import type { VolumeTemplateStatusDesc } from '../../schemas/VolumeTemplateStatusDesc.js'
import type { FakeCluster } from '../FakeCluster.js'
import { alreadyExists, inUse } from '../Refusal.js'
import { applyPolicy } from './applyPolicy.js'

type Named = { templateName: string }

type Settings = VolumePolicyDesc & { parent?: string | null | undefined; size?: number | null | undefined }

/** A template with some of its settings replaced; refuses what they name and does not exist. */
function withSettings(cluster: FakeCluster, template: VolumeTemplateDesc, given: Settings): VolumeTemplateDesc {
  const { placeAll, placeTail, placeHead, replication, bw, iops, reuseServer, parent, size } = given
  for (const group of [placeAll, placeTail, placeHead]) if (group != null) cluster.placementGroup(group)
  if (parent != null) cluster.snapshot(parent)
  return {
    ...template,
    placeAll: placeAll ?? template.placeAll,
    placeTail: placeTail ?? placeAll ?? template.placeTail,
    placeHead: placeHead ?? placeAll ?? template.placeHead,
    replication: replication ?? template.replication,
    bw: bw ?? template.bw,
    iops: iops ?? template.iops,
    reuseServer: reuseServer ?? template.reuseServer,
    parentName: parent ?? template.parentName,
    size: size ?? template.size,
  }
}

/** Creates a template, as the seeds of the fake do, too. */
export function volumeTemplateCreate(cluster: FakeCluster, given: VolumeTemplateCreateParameters): ApiOk {
  const { name } = given
  if (cluster.templates.has(name)) throw alreadyExists('Template', name)
  const groups = { placeAll: 'default', placeTail: 'default', placeHead: 'default' }
  const limits = { bw: '-', iops: '-' } as const
  const blank = {
    id: cluster.templates.size + 1,
    name,
    parentName: '',
    ...groups,
    ...limits,
    size: '-',
    replication: '-',
  } as const
  cluster.templates.set(name, withSettings(cluster, blank, given))
  return cluster.changed()
}

function update(cluster: FakeCluster, given: VolumeTemplateUpdateParameters): ApiOk {
  const { templateName, rename, propagate } = given
  const template = cluster.template(templateName)
  const name = rename ?? template.name
  if (name !== template.name && cluster.templates.has(name)) throw alreadyExists('Template', name)
  const changed = { ...withSettings(cluster, template, given), name }
  cluster.templates.delete(template.name)
  cluster.templates.set(name, changed)
  for (const volume of cluster.volumes.filter((each) => each.template === template.name)) {
    volume.template = name
    if (propagate) applyPolicy(cluster, volume, given)
  }
  return cluster.changed()
}

function status(cluster: FakeCluster, template: VolumeTemplateDesc): VolumeTemplateStatusDesc {
  const made = cluster.volumes.filter((each) => each.template === template.name)
  const sizeOf = (which: typeof made, copies: boolean) =>
    which.reduce((sum, { size, replication }) => sum + size * (copies ? replication : 1), 0)
  const capacity = [...cluster.disks.values()].reduce((sum, { size }) => sum + size, 0)
  const space = { free: capacity, capacity }
  return {
    id: template.id,
    name: template.name,
    placeAll: template.placeAll,
    placeTail: template.placeTail,
    placeHead: template.placeHead,
    replication: template.replication,
    volumesCount: made.filter(({ isSnapshot }) => !isSnapshot).length,
    snapshotsCount: made.filter(({ isSnapshot }) => isSnapshot).length,
    removingSnapshotsCount: made.filter(({ deleted }) => deleted).length,
    size: sizeOf(made, false),
    totalSize: sizeOf(made, true),
    onDiskSize: 0n,
    storedSize: 0n,
    availablePlaceAll: BigInt(capacity),
    availablePlaceTail: BigInt(capacity),
    availablePlaceHead: BigInt(capacity),
    capacityPlaceAll: BigInt(capacity),
    capacityPlaceTail: BigInt(capacity),
    capacityPlaceHead: BigInt(capacity),
    stored: { ...space, placeAll: space, placeTail: space, placeHead: space },
  }
}

export const templateHandlers = {
  volumeTemplatesList: (cluster: FakeCluster): VolumeTemplateDesc[] => [...cluster.templates.values()],
  volumeTemplatesStatus: (cluster: FakeCluster): VolumeTemplateStatusDesc[] =>
    [...cluster.templates.values()].map((template) => status(cluster, template)),
  volumeTemplateDescribe: (cluster: FakeCluster, { templateName }: Named): VolumeTemplateDesc =>
    cluster.template(templateName),
  volumeTemplateCreate,
  volumeTemplateUpdate: update,
  volumeTemplateDelete: (cluster: FakeCluster, { templateName }: Named): ApiOk => {
    const { name } = cluster.template(templateName)
    if (cluster.volumes.some((each) => each.template === name)) throw inUse('Template', name, 'used by a volume')
    cluster.templates.delete(name)
    return cluster.changed()
  },
}
