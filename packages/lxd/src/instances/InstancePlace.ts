import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdInstance } from './LxdInstance.js'

/** Where an instance is. A rename or move changes it for everything that was made from it. */
export interface InstancePlace {
  readonly client: LxdClient
  instanceName: string
  project: string | undefined
  /** Reads the instance of another place. Handed over, since instances make what needs it. */
  readonly objectAt: (place: InstancePlace, options: LxdCallOptions) => Promise<LxdInstance>
}

/** The place as the arguments of an action. */
export const instanceArguments = ({ instanceName, project }: InstancePlace) => ({ instanceName, project })
