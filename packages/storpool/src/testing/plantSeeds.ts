import { FakeCluster } from './FakeCluster.js'
import { clusterAdd, locationAdd } from './handlers/remote.js'
import { snapshotCreate } from './handlers/snapshots.js'
import { volumeTemplateCreate } from './handlers/templates.js'
import { volumeCreate } from './handlers/volumes.js'
import type { SeedDisk, Seeds } from './Seeds.js'

const tebibyte = 1_099_511_627_776

const defaultDisks: readonly SeedDisk[] = [
  { id: 101, serverId: 1 },
  { id: 102, serverId: 1 },
  { id: 201, serverId: 2 },
  { id: 202, serverId: 2 },
]

/**
 * Makes a cluster with what it holds at first.
 *
 * @throws {Refusal} when the seeds contradict each other, as the API would.
 */
export function plantSeeds(seeds: Seeds, clock: () => number, number = 0): FakeCluster {
  const cluster = new FakeCluster(number, clock)
  for (const { id, serverId, ssd = true, size = tebibyte, down } of seeds.disks ?? defaultDisks) {
    const downSince = down ? 1n : undefined
    cluster.disks.set(id, { id, serverId, ssd, size, description: '', downSince, softEject: 'off', scrub: 'off' })
    cluster.servers.set(serverId, true)
  }
  for (const id of seeds.clients ?? [1, 2, 3]) cluster.clients.set(id, true)
  const groups = { default: [...cluster.disks.keys()], ...seeds.placementGroups }
  for (const [name, disks] of Object.entries(groups)) {
    for (const disk of disks) cluster.disk(disk)
    cluster.placementGroups.set(name, { id: cluster.placementGroups.size + 1, name, disks: new Set(disks) })
  }
  for (const template of seeds.templates ?? []) volumeTemplateCreate(cluster, template)
  for (const volume of seeds.volumes ?? []) volumeCreate(cluster, volume)
  for (const { volume, ...snapshot } of seeds.snapshots ?? []) {
    snapshotCreate(cluster, { volumeName: volume, ...snapshot })
  }
  for (const location of seeds.locations ?? []) locationAdd(cluster, location)
  for (const [index, { seeds: other = {}, ...remote }] of (seeds.clusters ?? []).entries()) {
    clusterAdd(cluster, remote)
    cluster.others.set(remote.name, plantSeeds(other, clock, number + index + 1))
  }
  cluster.remoteSnapshots.push(...(seeds.remoteSnapshots ?? []))
  cluster.remoteVolumes.push(...(seeds.remoteVolumes ?? []))
  for (const [name, pairs] of Object.entries(seeds.buckets ?? {})) {
    cluster.buckets.set(name, { version: 1n, pairs: new Map(Object.entries(pairs)) })
  }
  return cluster
}
