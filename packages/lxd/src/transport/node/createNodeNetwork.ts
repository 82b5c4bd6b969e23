import { Agent as UploadAgent } from 'node:http'
import type { Duplex } from 'node:stream'
import { Agent } from 'undici/index.js' // without the file, Bun takes a module of its own that has no dispatchers
import type { LxdConfig } from '../../config/LxdConfig.js'
import type { LxdNetwork } from '../LxdNetwork.js'
import { createConnector } from './createConnector.js'
import { duplexToWeb } from './duplexToWeb.js'
import { fetchThrough, type SendStream } from './fetchThrough.js'
import { sendThrough } from './sendThrough.js'
import { switchThrough } from './switchThrough.js'

// Silence is bounded where the call is known; the 300 s of undici would end a long wait or export.
const unbounded = { headersTimeout: 0, bodyTimeout: 0 }

/**
 * HTTP over a unix socket or TLS, through undici. What lasts (waits, WebSockets, uploads over a unix socket) has connections
 * of its own, so that it never keeps the requests from theirs.
 */
export function createNodeNetwork(config: LxdConfig): LxdNetwork {
  const connect = createConnector(config)
  const requests = new Agent({ ...unbounded, connect, connections: config.maxConnections })
  const lasting = new Agent({ ...unbounded, connect })
  const uploads = new UploadAgent({ keepAlive: false, maxSockets: config.maxConnections })
  const switched = new Set<Duplex>()
  const { socketPath } = config
  const sendStream: SendStream | undefined =
    socketPath === undefined ? undefined : (request, signal) => sendThrough(uploads, { ...request, socketPath }, signal)
  const isWait = (path: string) => /\/operations\/[^/]+\/wait(?:\?|$)/.test(path)
  return {
    fetch: fetchThrough((path) => (isWait(path) ? lasting : requests), sendStream),
    sendsAtOnce: sendStream !== undefined,
    async switchProtocol(call, protocol, headers) {
      const connection = await switchThrough(lasting, config, call, protocol, headers)
      const { socket } = connection
      // Whoever takes the connection over hears of an error as its end; until then nobody listens.
      socket.on('error', () => {})
      switched.add(socket)
      socket.once('close', () => switched.delete(socket))
      return connection
    },
    toWeb: duplexToWeb,
    async close() {
      for (const socket of switched) socket.destroy()
      uploads.destroy()
      await Promise.all([requests.destroy(), lasting.destroy()])
    },
  }
}
