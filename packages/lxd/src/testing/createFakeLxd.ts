import { type FakeServer, startFakeServer } from '@x/core-errors/testing'
import type { CreateLxdClientParameters } from '../createLxdClient.js'
import type { CreateFakeLxdParameters } from './CreateFakeLxdParameters.js'
import { createHandler } from './createHandler.js'
import { createHandlers } from './createHandlers.js'
import { createState } from './createState.js'
import { openInMemory } from './sockets/openInMemory.js'
import { serveUpgrade } from './sockets/serveUpgrade.js'

/** An LXD in memory. */
export interface FakeLxd extends FakeServer {
  /** Alias of the image it has. */
  readonly image: string
  /** What a client takes to reach it: its socket or its HTTPS port, else its `fetch`. */
  readonly connection: CreateLxdClientParameters
}

/**
 * Starts an LXD in memory. It answers like LXD 5.0.2: the same paths, statuses, texts and ETags, as far as it goes; what
 * it does not do is 501 and says so.
 *
 * @param parameters - `socketPath` listens on a unix socket, `listen: false` not at all.
 * @example
 * await using fake = await createFakeLxd()
 * await using lxd = createLxd(fake.connection)
 * const pool = await lxd.storagePools.get('default')
 */
export async function createFakeLxd(parameters: CreateFakeLxdParameters = {}): Promise<FakeLxd> {
  const state = createState(parameters)
  const { socketPath, tls, listen } = parameters
  const server = await startFakeServer(createHandler(createHandlers(state)), {
    ...parameters,
    onUpgrade: (request, socket, head) => void serveUpgrade(server.fetch, request, socket, head),
  })
  const close = async () => {
    for (const { processes } of state.instances) for (const end of processes) end()
    state.events.close()
    state.operations.close()
    await server.close()
  }
  const [image] = state.images
  return {
    url: server.url,
    fetch: server.fetch,
    requests: server.requests,
    clearRequests: server.clearRequests,
    failNext: server.failNext,
    clearFaults: server.clearFaults,
    get pendingFaults() {
      return server.pendingFaults
    },
    image: image?.aliases[0]?.name ?? '',
    connection: connectionOf(),
    close,
    [Symbol.asyncDispose]: close,
  }

  function connectionOf(): CreateLxdClientParameters {
    if (listen !== false && socketPath !== undefined) return { socketPath }
    if (listen !== false && tls !== undefined) return { url: server.url, serverCertificate: state.certificate }
    const { url, fetch } = server
    return { url, fetch, openWebSocket: (address, call) => openInMemory(fetch, address, call) }
  }
}
