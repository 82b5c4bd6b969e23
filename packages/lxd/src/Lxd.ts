import type { LxdCertificates } from './certificates/LxdCertificates.js'
import type { LxdCluster } from './cluster/LxdCluster.js'
import type { LxdEventStream } from './events/LxdEventStream.js'
import type { SubscribeEventsParameters } from './events/subscribeEvents.js'
import type { LxdActions } from './LxdActions.js'
import type { LxdCallOptions } from './LxdCallOptions.js'
import type { LxdChange } from './LxdChange.js'
import type { LxdClient } from './LxdClient.js'
import type { LxdExtension } from './LxdExtension.js'
import type { LxdNetworkAcls, LxdNetworks, LxdNetworkZones } from './networks/LxdNetworks.js'
import type { LxdOperations } from './operations/LxdOperations.js'
import type { LxdWaitOptions } from './operations/LxdWaitOptions.js'
import type { LxdProfiles } from './profiles/LxdProfiles.js'
import type { LxdProjects } from './projects/LxdProjects.js'
import type { Operation } from './schemas/Operation.js'
import type { LxdServerManager } from './server/LxdServer.js'
import type { LxdStoragePools } from './storage/LxdStoragePools.js'
import type { AuthenticateParameters } from './trust/authenticate.js'
import type { LxdWarnings } from './warnings/LxdWarnings.js'

/** Where calls go that name no project or cluster member. */
export interface LxdScope {
  project?: string | undefined
  target?: string | undefined
}

/** The full client: every operation of the REST API as a method, and objects for what takes more than one call. */
export interface Lxd extends LxdClient, LxdActions {
  readonly storagePools: LxdStoragePools
  readonly projects: LxdProjects
  readonly profiles: LxdProfiles
  readonly networks: LxdNetworks
  readonly networkAcls: LxdNetworkAcls
  readonly networkZones: LxdNetworkZones
  readonly certificates: LxdCertificates
  readonly cluster: LxdCluster
  readonly warnings: LxdWarnings
  readonly operations: LxdOperations
  readonly server: LxdServerManager
  /** Makes the server trust the client's certificate. See `authenticate`. */
  authenticate(parameters: AuthenticateParameters, options?: LxdCallOptions): Promise<void>
  /** Whether the server trusts the caller. */
  trusted(options?: LxdCallOptions): Promise<boolean>
  /** Listens to the events of the server. See `subscribeEvents`. */
  events(parameters?: SubscribeEventsParameters, options?: LxdCallOptions): Promise<LxdEventStream>
  /** Waits for an operation that an action answered. See `waitForOperation`. */
  waitForOperation(operation: Operation, options?: LxdWaitOptions): Promise<Operation>
  /** Performs an action and waits for its operation, with events subscribed to before. See `runOperation`. */
  runOperation(act: () => Promise<LxdChange>, options?: LxdWaitOptions): Promise<LxdChange>
  /** Whether the server has an API extension. Asks the server once. */
  hasApiExtension(name: LxdExtension, options?: LxdCallOptions): Promise<boolean>
  /** @throws {LxdExtensionError} when the server lacks the extension. */
  assertHasApiExtension(name: LxdExtension, options?: LxdCallOptions): Promise<void>
  /** The same client, over the same connections, for another project or cluster member. Closing one closes both. */
  with(scope: LxdScope): Lxd
}
