import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { nodeModule } from '../nodeModule.js'
import { ConnectionDropped } from './ConnectionDropped.js'
import type { FakeHandler } from './FakeHandler.js'
import { wireRequests } from './wireRequests.js'

/** Where a fake listens. */
export interface ListenOptions {
  /** @default 127.0.0.1 */
  hostname?: string | undefined
  /** @default 0, any free port */
  port?: number | undefined
  /** Path of a unix socket, instead of a port. */
  socketPath?: string | undefined
  /** Certificate and key for HTTPS. */
  tls?: TlsOptions | undefined
  /** Takes over connections that ask for an upgrade, such as WebSockets. */
  onUpgrade?: ((request: IncomingMessage, socket: Socket, head: Buffer) => void) | undefined
}

/** An open port. */
export interface Listener {
  /** Its base URL, without a slash at the end. */
  readonly url: string
  /** Closes it and every connection; calling it again does nothing. */
  close(): Promise<void>
}

/** Serves a handler on loopback, streaming bodies both ways. Node, Bun and Deno only. */
export async function listenOnLoopback(handler: FakeHandler, options: ListenOptions = {}): Promise<Listener> {
  const { hostname = '127.0.0.1', port = 0, socketPath, tls, onUpgrade } = options
  const http = nodeModule<typeof import('node:http')>('node:http')
  const scheme = tls === undefined ? 'http' : 'https'
  const base = () =>
    socketPath === undefined
      ? `${scheme}://${hostname}:${(server.address() as AddressInfo).port}`
      : `${scheme}://localhost`
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse) =>
    void serve(handler, base(), incoming, outgoing)
  const settings = { keepAliveTimeout: 60_000, requestTimeout: 0, headersTimeout: 60_000 }
  const server: Server =
    tls === undefined
      ? http.createServer(settings, onRequest)
      : nodeModule<typeof import('node:https')>('node:https').createServer({ ...settings, ...tls }, onRequest)
  const sockets = new Set<Socket>()
  server.on(tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}) // clients that drop their end are part of what is tested
    socket.once('close', () => sockets.delete(socket))
  })
  if (onUpgrade !== undefined) server.on('upgrade', onUpgrade)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(socketPath === undefined ? { host: hostname, port } : { path: socketPath }, resolve)
  })
  let closed: Promise<void> | undefined
  return {
    url: base(),
    close: () => {
      closed ??= new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      })
      return closed
    },
  }
}

// Held until they are answered: a Request that was collected as garbage no longer tells that the client is gone.
const underWay = new Set<Request>()

async function serve(
  handler: FakeHandler,
  base: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort(new Error('the client closed the connection')))
  const request = toRequest(base, incoming, gone.signal)
  underWay.add(request)
  try {
    const response = await handler(request)
    outgoing.writeHead(response.status, response.statusText, headerList(response.headers))
    if (response.body === null) outgoing.end()
    else await send(response.body, outgoing, gone.signal)
  } catch (error) {
    const hasBegun = outgoing.headersSent
    if (hasBegun) outgoing.flushHeaders()
    // In the next turn, so that what was written before goes out.
    if (hasBegun || error instanceof ConnectionDropped || gone.signal.aborted) setImmediate(() => outgoing.destroy())
    else outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(`The fake failed: ${String(error)}`)
  } finally {
    underWay.delete(request)
  }
}

function toRequest(base: string, incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', url = '/', headersDistinct } = incoming
  const headers = new Headers()
  for (const [name, values] of Object.entries(headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const body = hasBody ? lazyBody(incoming) : null
  const request = new Request(base + url, { method, headers, signal, body, duplex: 'half' } as RequestInit)
  wireRequests.set(request, { incoming, hasBody })
  return request
}

// Touches the socket only when it is read, so that a handler may as well read Node's own stream.
function lazyBody(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let chunks: AsyncIterator<Uint8Array> | undefined
  return new ReadableStream(
    {
      async pull(controller) {
        chunks ??= (incoming as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
        const step = await chunks.next()
        if (step.done) controller.close()
        else controller.enqueue(step.value)
      },
      async cancel() {
        await chunks?.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

const headerList = (headers: Headers): [string, string][] => {
  const list = [...headers].filter(([name]) => name !== 'set-cookie')
  return [...list, ...headers.getSetCookie().map((cookie): [string, string] => ['set-cookie', cookie])]
}

async function send(body: ReadableStream<Uint8Array>, outgoing: ServerResponse, gone: AbortSignal): Promise<void> {
  const reader = body.getReader()
  const onGone = () => void reader.cancel(gone.reason).catch(() => {}) // the handler's own stream may refuse
  gone.addEventListener('abort', onGone, { once: true })
  // A head goes out with the body's beginning if that is there already, else before it.
  const head = setImmediate(() => outgoing.flushHeaders())
  try {
    for (let step = await reader.read(); !step.done && !gone.aborted; step = await reader.read()) {
      if (!outgoing.write(step.value)) await drained(outgoing, gone)
    }
    outgoing.end()
  } finally {
    clearImmediate(head)
    gone.removeEventListener('abort', onGone)
  }
}

function drained(outgoing: ServerResponse, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done)
      gone.removeEventListener('abort', done)
      resolve()
    }
    outgoing.once('drain', done)
    gone.addEventListener('abort', done, { once: true })
    if (gone.aborted) done()
  })
}
