import type { LxdClient } from '../LxdClient.js'
import type { LxdStorageVolumes } from './LxdStorageVolumes.js'

/** Where a volume is. A rename or move changes it for everything that was made from it. */
export interface VolumePlace {
  readonly client: LxdClient
  poolName: string
  type: string
  volumeName: string
  /** Lists of snapshots leave it out. */
  readonly contentType: string
  /** The volumes of a pool: what a copy is found in. Handed over, since the volumes themselves are made by them. */
  readonly volumesOf: (client: LxdClient, poolName: string) => LxdStorageVolumes
  project: string | undefined
  target: string | undefined
}

/** The place as the arguments of an action. */
export const placeArguments = ({ poolName, type, volumeName, project, target }: VolumePlace) => ({
  poolName,
  type,
  volumeName,
  project,
  target,
})
