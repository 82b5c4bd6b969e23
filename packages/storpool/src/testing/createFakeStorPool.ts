import { stringifyJson } from '@x/core-errors'
import { type FakeServer, type Fault, startFakeServer } from '@x/core-errors/testing'
import type { FakeCluster } from './FakeCluster.js'
import { findRoute } from './findRoute.js'
import { handlers } from './handlers/index.js'
import { plantSeeds } from './plantSeeds.js'
import { doesNotExist, invalid, Refusal } from './Refusal.js'
import { readParameters } from './readParameters.js'
import { routes } from './routes.js'
import type { Seeds } from './Seeds.js'
import { withClusterNames } from './withClusterNames.js'

/** How a fake is made. */
export interface FakeStorPoolOptions extends Seeds {
  /** What requests must carry. @default 'fake-token' */
  token?: string | undefined
  /** `false` opens no port: requests come in through `fetch` alone, as in a browser. @default true */
  listen?: boolean | undefined
  /** @default 0, any free port */
  port?: number | undefined
  /** Milliseconds since 1970. @default Date.now */
  clock?: (() => number) | undefined
}

/** Something that goes wrong with a request. With `status` and no `body`, the server refuses with `error`. */
export interface FakeStorPoolFault extends Fault {
  /** Members left out: `transientFailure`, `Try again later.`, and transient for a status of 500 and more or without `error`. */
  error?: { name?: string; descr?: string; transient?: boolean } | undefined
}

/** A StorPool cluster that is none: it keeps volumes, snapshots and the rest in memory, and answers as the API does. */
export interface FakeStorPool extends FakeServer {
  /** What requests must carry. */
  readonly token: string
  /** The generation of the cluster's configuration; each change makes it grow by one. */
  readonly generation: bigint
  failNext(fault: FakeStorPoolFault): void
}

const prefix = '/ctrl/1.0/'

/**
 * Starts a fake of the API on loopback; with `listen: false` it answers through `fetch` alone and also runs in a browser.
 *
 * @example
 * await using fake = await createFakeStorPool({ volumes: [{ name: 'db-01', size: 4096 }] })
 * const storpool = createStorPool({ url: fake.url, token: fake.token })
 */
export async function createFakeStorPool(options: FakeStorPoolOptions = {}): Promise<FakeStorPool> {
  const { token = 'fake-token', listen, port, clock = Date.now } = options
  const cluster = plantSeeds(options, clock)
  const server = await startFakeServer((request) => answer(cluster, token, request), { listen, port })
  return {
    ...server,
    token,
    get generation() {
      return cluster.generation
    },
    get pendingFaults() {
      return server.pendingFaults
    },
    failNext: (fault) => server.failNext(withErrorBody(fault)),
  }
}

function withErrorBody({ error, ...fault }: FakeStorPoolFault): Fault {
  if (fault.status === undefined || fault.body !== undefined) return fault
  const transient = error?.transient ?? (error === undefined || fault.status >= 500)
  const body = { error: { name: 'transientFailure', descr: 'Try again later.', ...error, transient } }
  return { ...fault, body }
}

async function answer(cluster: FakeCluster, token: string, request: Request): Promise<Response> {
  try {
    if (request.headers.get('authorization') !== `Storpool v1:${token}`) {
      throw new Refusal('unauthorized', 'The token is missing or wrong.', 401)
    }
    const data = await carryOut(cluster, request)
    return reply(200, { data, generation: cluster.generation })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code: name, description: descr, status } = error
    return reply(status, { error: { name, descr }, generation: cluster.generation })
  }
}

function reply(status: number, body: unknown): Response {
  const bytes = new TextEncoder().encode(stringifyJson(body))
  return new Response(bytes, {
    status,
    headers: { 'content-type': 'application/json', 'content-length': String(bytes.length) },
  })
}

async function carryOut(local: FakeCluster, request: Request): Promise<unknown> {
  const { pathname, searchParams } = new URL(request.url)
  if (!pathname.startsWith(prefix)) throw doesNotExist('Path', pathname)
  const parts = pathname.slice(prefix.length).split('/').map(decode)
  const cluster = parts[0] === 'RemoteCommand' ? other(local, parts.splice(0, 2)[1]) : local
  const isMulti = parts[0] === 'MultiCluster' && parts.shift() !== undefined
  const found = findRoute(request.method, parts)
  if (found === undefined || (isMulti && !routes[found.name].multiCluster)) throw doesNotExist('Path', pathname)
  const route = routes[found.name]
  const body = new Uint8Array(await request.arrayBuffer())
  const query = searchParams.get('json')
  const sent = query === null ? body : new TextEncoder().encode(query)
  const parameters = readParameters(route, found.arguments, sent.length === 0 ? undefined : sent)
  const call = (on: FakeCluster) => handlers[found.name](on, parameters as never)
  return isMulti ? withClusterNames(cluster, call) : call(cluster)
}

function other(cluster: FakeCluster, name = ''): FakeCluster {
  const { name: known } = cluster.cluster(name)
  const found = cluster.others.get(known) ?? plantSeeds({}, cluster.clock, cluster.number + cluster.others.size + 1)
  cluster.others.set(known, found)
  return found
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw invalid(`The path is not encoded as it should be: ${part}`)
  }
}
