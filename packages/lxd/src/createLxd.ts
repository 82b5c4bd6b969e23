import * as actions from './actions/index.js'
import { createCertificates } from './certificates/createCertificates.js'
import { createCluster } from './cluster/createCluster.js'
import { type CreateLxdClientParameters, createLxdClient } from './createLxdClient.js'
import { subscribeEvents } from './events/subscribeEvents.js'
import { requireExtension } from './internal/requireExtension.js'
import type { Lxd } from './Lxd.js'
import type { LxdActions } from './LxdActions.js'
import type { LxdCallOptions } from './LxdCallOptions.js'
import type { LxdClient } from './LxdClient.js'
import { createNetworkAcls } from './networks/createNetworkAcls.js'
import { createNetworks } from './networks/createNetworks.js'
import { createNetworkZones } from './networks/createNetworkZones.js'
import { createOperations } from './operations/createOperations.js'
import { runOperation } from './operations/runOperation.js'
import { waitForOperation } from './operations/waitForOperation.js'
import { createProfiles } from './profiles/createProfiles.js'
import { createProjects } from './projects/createProjects.js'
import { createServer } from './server/createServer.js'
import { serverExtensions } from './serverExtensions.js'
import { createStoragePools } from './storage/createStoragePools.js'
import { authenticate } from './trust/authenticate.js'
import { createWarnings } from './warnings/createWarnings.js'

/**
 * Makes the full client. Nothing is sent, opened or loaded before the first call.
 *
 * @throws {ConfigurationError} when the parameters contradict each other or can't be used.
 * @example
 * await using lxd = createLxd({ socketPath: '/var/lib/lxd/unix.socket' })
 * for (const pool of await lxd.storagePools.all()) console.log(pool.name, pool.driver)
 */
export function createLxd(parameters: CreateLxdClientParameters): Lxd {
  return decorate(createLxdClient(parameters))
}

function decorate(client: LxdClient): Lxd {
  return Object.freeze<Lxd>({
    ...client,
    ...bindActions(client),
    storagePools: createStoragePools(client),
    projects: createProjects(client),
    profiles: createProfiles(client),
    networks: createNetworks(client),
    networkAcls: createNetworkAcls(client),
    networkZones: createNetworkZones(client),
    certificates: createCertificates(client),
    cluster: createCluster(client),
    warnings: createWarnings(client),
    operations: createOperations(client),
    server: createServer(client),
    authenticate: (parameters, options) => authenticate(client, parameters, options),
    trusted: async (options) => (await actions.serverGetUntrusted(client, {}, options)).auth === 'trusted',
    events: (parameters, options) => subscribeEvents(client, parameters, options),
    waitForOperation: (operation, options) => waitForOperation(client, operation, options),
    runOperation: (act, options) => runOperation(client, act, options),
    hasApiExtension: async (name, options) => (await serverExtensions(client, options)).has(name),
    assertHasApiExtension: (name, options) => requireExtension(client, name, 'assertHasApiExtension', options),
    with: (scope) => decorate(Object.freeze({ ...client, config: Object.freeze({ ...client.config, ...scope }) })),
  })
}

type Action = (client: LxdClient, parameters: object | undefined, options?: LxdCallOptions) => Promise<unknown>

// The interface is generated from the same table as the actions: there is a method for each, with its types.
const bindActions = (client: LxdClient): LxdActions =>
  Object.fromEntries(
    Object.entries(actions).map(([name, action]) => [
      name,
      (parameters?: object, options?: LxdCallOptions) => (action as Action)(client, parameters, options),
    ]),
  ) as object as LxdActions
