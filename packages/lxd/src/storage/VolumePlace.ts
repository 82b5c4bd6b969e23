import type { LxdClient } from '../LxdClient.js'

/** Where a volume is. A rename or move changes it for everything that was made from it. */
export interface VolumePlace {
  readonly client: LxdClient
  poolName: string
  type: string
  volumeName: string
  /** Lists of snapshots leave it out. */
  readonly contentType: string
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
