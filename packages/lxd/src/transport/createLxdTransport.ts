import { ConfigurationError, notify, redactText } from '@x/core-errors'
import { createFetchTransport, type HttpTransport } from '@x/core-errors/http'
import type { LxdConfig } from '../config/LxdConfig.js'
import type { LxdNetwork } from './LxdNetwork.js'
import type { LxdConnectCall, LxdTransport } from './LxdTransport.js'

interface Parts {
  http: HttpTransport
  /** `undefined` when the caller brought a `fetch`. */
  network: LxdNetwork | undefined
}

// A segment that URL parsers resolve away, even escaped.
const dots = /\/%2E(?:%2E)?(?=[/?]|$)/

/**
 * Makes the transport of a client. undici, where no `fetch` was given, is loaded with the first call: a program that
 * imports the package and does not use it pays nothing.
 */
export function createLxdTransport(config: LxdConfig): LxdTransport {
  let loading: Promise<Parts> | undefined
  let closed = false

  const parts = (): Promise<Parts> => {
    if (closed) return Promise.reject(new ConfigurationError('the client is closed', { path: 'client' }))
    loading ??= load(config)
    return loading
  }

  const networkOf = async (call: LxdConnectCall): Promise<LxdNetwork> => {
    call.signal?.throwIfAborted()
    const { network } = await parts()
    if (network !== undefined) return network
    const text = `${call.operation}: a client with its own fetch needs openWebSocket for this`
    throw new ConfigurationError(text, { operation: call.operation, path: 'openWebSocket' })
  }

  return {
    async send({ path, ...call }) {
      call.signal?.throwIfAborted()
      const { http, network } = await parts()
      const { token } = config
      const authorize = token && (async () => ({ authorization: `Bearer ${await token()}` }))
      return http({ ...call, url: urlOf(config, path, network), ...(authorize && { authorize }) })
    },
    sendsAtOnce: async () => (await parts()).network?.sendsAtOnce ?? false,
    openWebSocket: (call) =>
      reported(config, call, async () => {
        if (config.openWebSocket !== undefined) {
          return config.openWebSocket(`${config.origin.replace(/^http/, 'ws')}${call.path}`, call)
        }
        const network = await networkOf(call)
        const { connectWebSocket } = await import('../websocket/connectWebSocket.js')
        return connectWebSocket(network, config, call)
      }),
    upgrade: (call, protocol) =>
      reported(config, call, async () => {
        const network = await networkOf(call)
        const { connectUpgrade } = await import('./connectUpgrade.js')
        return connectUpgrade(network, call, protocol)
      }),
    async close() {
      if (closed) return
      closed = true
      // A load that failed has opened nothing.
      const loaded = await loading?.catch(() => undefined)
      await loaded?.network?.close()
    },
  }
}

// What leaves HTTP does not go through the transport of HTTP: its beginning and its failure are told here.
async function reported<T>(config: LxdConfig, call: LxdConnectCall, connect: () => Promise<T>): Promise<T> {
  const { operation, requestId, path } = call
  const url = redactText(config.origin + path, [])
  const event = { client: 'lxd', operation, requestId, attempt: 1, method: 'GET', url }
  const startedAt = Date.now()
  notify(config.hooks, 'onRequest', event)
  try {
    const connection = await connect()
    notify(config.hooks, 'onResponse', { ...event, status: 101, durationMs: Date.now() - startedAt })
    return connection
  } catch (error) {
    notify(config.hooks, 'onFailure', { ...event, error })
    throw error
  }
}

async function load(config: LxdConfig): Promise<Parts> {
  const network = config.fetch === undefined ? await loadNetwork(config) : undefined
  const fetch = config.fetch ?? network?.fetch
  const { timeoutMs, retry, maxResponseBytes, hooks, key } = config
  const secrets = () => (key === undefined ? [] : [key.reveal()])
  return {
    http: createFetchTransport({ client: 'lxd', fetch, timeoutMs, retry, maxResponseBytes, hooks, secrets }),
    network,
  }
}

async function loadNetwork(config: LxdConfig): Promise<LxdNetwork> {
  const { createNodeNetwork } = await import('./node/createNodeNetwork.js')
  // Bundlers for browsers leave that file out, as the manifest says.
  if (typeof createNodeNetwork === 'function') return createNodeNetwork(config)
  throw new ConfigurationError('there are no sockets here: the client needs a fetch', { path: 'fetch' })
}

// Our own network takes the path from the fragment, which no URL parser touches. Others can't be told.
function urlOf({ origin }: LxdConfig, path: string, network: LxdNetwork | undefined): string {
  if (!dots.test(path)) return origin + path
  if (network !== undefined) return `${origin}/#${path}`
  throw new ConfigurationError('an object named . or .. can only be reached without a fetch of your own', {
    path: 'fetch',
  })
}
