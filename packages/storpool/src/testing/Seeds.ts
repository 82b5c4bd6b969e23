import type { VolumeCreateParameters } from '../actions/volumeCreate.js'
import type { VolumeTemplateCreateParameters } from '../actions/volumeTemplateCreate.js'
import type { RemoteSnapshot } from '../schemas/RemoteSnapshot.js'
import type { VolumeSnapshotDesc } from '../schemas/VolumeSnapshotDesc.js'

/** What the cluster of a fake holds at first. */
export interface Seeds {
  volumes?: readonly VolumeCreateParameters[] | undefined
  /** Snapshots; `volume` is the name of the volume each is taken of. */
  snapshots?: readonly (VolumeSnapshotDesc & { volume: string })[] | undefined
  templates?: readonly VolumeTemplateCreateParameters[] | undefined
  /** Disks by placement group. The group `default`, with all disks, is always there. */
  placementGroups?: Readonly<Record<string, readonly number[]>> | undefined
  /** @default four disks of 1 TiB, 101 and 102 on server 1, 201 and 202 on server 2 */
  disks?: readonly SeedDisk[] | undefined
  /** Ids of the clients that are up. @default [1, 2, 3] */
  clients?: readonly number[] | undefined
  locations?: readonly { id: string; name: string }[] | undefined
  /** Clusters of remote locations; a call with the `clusterName` of one acts on `seeds`. */
  clusters?: readonly { id: string; name: string; location: string; seeds?: Seeds | undefined }[] | undefined
  /** What remote locations make available here. */
  remoteSnapshots?: readonly RemoteSnapshot[] | undefined
  remoteVolumes?: readonly RemoteSnapshot[] | undefined
  /** Pairs by bucket of the key-value store. */
  buckets?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
}

/** A disk at first. */
export interface SeedDisk {
  id: number
  serverId: number
  /** @default true */
  ssd?: boolean | undefined
  /** In bytes, a multiple of 512. @default 1_099_511_627_776 (1 TiB) */
  size?: number | undefined
  /** @default false */
  down?: boolean | undefined
}
