import type { VolumePolicyDesc } from '../../schemas/VolumePolicyDesc.js'
import type { FakeCluster } from '../FakeCluster.js'
import type { FakeVolume } from '../FakeVolume.js'
import { tagsOf } from './tagsOf.js'

/** Takes over placement, limits and tags. Refuses placement groups that do not exist, before anything is changed. */
export function applyPolicy(cluster: FakeCluster, volume: FakeVolume, policy: VolumePolicyDesc): void {
  const { placeAll, placeTail, placeHead, replication, bw, iops, reuseServer, tags } = policy
  for (const group of [placeAll, placeTail, placeHead]) if (group != null) cluster.placementGroup(group)
  volume.placeAll = placeAll ?? volume.placeAll
  volume.placeTail = placeTail ?? placeAll ?? volume.placeTail
  volume.placeHead = placeHead ?? placeAll ?? volume.placeHead
  volume.replication = replication ?? volume.replication
  volume.bw = bw ?? volume.bw
  volume.iops = iops ?? volume.iops
  volume.reuseServer = reuseServer ?? volume.reuseServer
  Object.assign(volume.tags, tagsOf(tags))
}
