import type { LxdClient } from '../LxdClient.js'

/** Where an instance is. A rename or move changes it for everything that was made from it. */
export interface InstancePlace {
  readonly client: LxdClient
  instanceName: string
  project: string | undefined
}

/** The place as the arguments of an action. */
export const instanceArguments = ({ instanceName, project }: InstancePlace) => ({ instanceName, project })
