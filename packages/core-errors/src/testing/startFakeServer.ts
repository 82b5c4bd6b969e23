import { ConnectionDropped } from './ConnectionDropped.js'
import type { FakeHandler, RecordedRequest } from './FakeHandler.js'
import { type ListenOptions, listenOnLoopback } from './listenOnLoopback.js'
import { wireRequests } from './wireRequests.js'
import { type FaultQueue, withFaults } from './withFaults.js'

/** How a fake is started. */
export interface FakeServerOptions extends ListenOptions {
  /** `false` opens no port: requests come in through `fetch` alone, as in a browser. @default true */
  listen?: boolean | undefined
}

/** What every fake of an HTTP service has in common. */
export interface FakeServer extends FaultQueue, AsyncDisposable {
  /** Base URL without a slash at its end, `http://127.0.0.1:<port>`; of no meaning to the network when it does not listen. */
  readonly url: string
  /** Asks the fake without a network. Pass it to a client as its `fetch`. */
  readonly fetch: typeof globalThis.fetch
  /** The last 10,000 requests, faulty ones included, oldest first. */
  readonly requests: readonly RecordedRequest[]
  /** Forgets the recorded requests. */
  clearRequests(): void
  /** Closes the port and every connection. Calling it again does nothing. */
  close(): Promise<void>
}

const mostRecorded = 10_000

/** Puts recording, faults and a loopback port around a handler. */
export async function startFakeServer(inner: FakeHandler, options: FakeServerOptions = {}): Promise<FakeServer> {
  const { handler, faults } = withFaults(inner)
  const requests: RecordedRequest[] = []
  const recorded: FakeHandler = (request) => {
    requests.push(record(request))
    if (requests.length > mostRecorded) requests.shift()
    return handler(request)
  }
  const listener = options.listen === false ? undefined : await listenOnLoopback(recorded, options)
  const close = async () => listener?.close()
  return {
    url: listener?.url ?? 'http://fake.invalid',
    fetch: (input, init) => fetchFrom(recorded, asSent(new Request(input, init))),
    requests,
    clearRequests: () => void requests.splice(0),
    failNext: faults.failNext,
    clearFaults: faults.clearFaults,
    get pendingFaults() {
      return faults.pendingFaults
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

const longestRecordedBody = 65_536

function record(request: Request): RecordedRequest {
  const { pathname, search } = new URL(request.url)
  const { headers } = request
  const size = Number(headers.get('content-length') ?? (headers.has('transfer-encoding') ? Number.NaN : 0))
  const copy = request.body !== null && size <= longestRecordedBody ? request.clone() : undefined
  const wire = wireRequests.get(request)
  if (copy !== undefined && wire !== undefined) wire.hasBody = false // the copy reads it, and hands it on
  const body = async () => new Uint8Array(await (copy ?? new Response()).arrayBuffer())
  return { method: request.method, path: pathname, search, headers: new Headers(headers), body }
}

// What the network layer of a runtime adds.
function asSent(request: Request): Request {
  const { headers, method, body } = request
  if (headers.has('content-length') || headers.has('transfer-encoding')) return request
  if (body !== null) addHeader(request, 'transfer-encoding', 'chunked')
  else if (method === 'POST' || method === 'PUT') addHeader(request, 'content-length', '0')
  return request
}

// Browsers ignore these names in the headers of a request, but not in others.
function addHeader(request: Request, name: string, value: string): void {
  request.headers.set(name, value)
  if (request.headers.has(name)) return
  const headers = new Headers(request.headers)
  headers.set(name, value)
  Object.defineProperty(request, 'headers', { value: headers })
}

// Fails as the fetch of a runtime does, so that clients take the same path as over a network.
async function fetchFrom(handler: FakeHandler, request: Request): Promise<Response> {
  const { signal } = request
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    Promise.resolve()
      .then(() => handler(request))
      .then(resolve, (error: unknown) => {
        const dropped = error instanceof ConnectionDropped
        reject(dropped ? new TypeError('fetch failed', { cause: Object.assign(error, { code: 'ECONNRESET' }) }) : error)
      })
      .finally(() => signal.removeEventListener('abort', onAbort))
  })
}
