import * as actions from './actions/index.js'
import { type CreateLxdClientParameters, createLxdClient } from './createLxdClient.js'
import { subscribeEvents } from './events/subscribeEvents.js'
import { requireExtension } from './internal/requireExtension.js'
import type { Lxd } from './Lxd.js'
import type { LxdActions } from './LxdActions.js'
import type { LxdCallOptions } from './LxdCallOptions.js'
import type { LxdClient } from './LxdClient.js'
import { runOperation } from './operations/runOperation.js'
import { waitForOperation } from './operations/waitForOperation.js'
import { serverExtensions } from './serverExtensions.js'
import { createStoragePools } from './storage/createStoragePools.js'

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
