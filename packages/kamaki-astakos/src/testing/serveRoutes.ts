import { parseJson, stringifyJson } from '@x/core-errors'
import { FakeFault } from './FakeFault.js'
import type { FakeService } from './FakeService.js'
import type { FakeUser } from './FakeUser.js'
import { matchRoute } from './matchRoute.js'

/** A request as a handler of a fake service sees it. */
export interface FakeCall {
  readonly request: Request
  /** The segments that stand for the names of the route, decoded. */
  readonly names: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Whose token it carries. @throws {FakeFault} 401 */
  readonly user: FakeUser
  /** The body as JSON. @throws {FakeFault} 400 when it is none, or is not labelled as JSON. */
  readonly json: () => Promise<Record<string, unknown>>
}

/**
 * Answers one route: a `Response` goes out as it is, `undefined` as an empty body, everything else as JSON; both with the
 * route's status of success.
 */
export type FakeHandler = (call: FakeCall) => unknown

/** A handler for every route of a table. */
export type FakeHandlers<Routes extends Readonly<Record<string, number>>> = Readonly<Record<keyof Routes, FakeHandler>>

/** Where the routes are, and how tokens are looked up. */
export interface ServeRoutesParameters {
  /** What stands before the routes in a path: `/compute/v2.0`. */
  readonly base: string
  readonly userOf: (request: Request) => FakeUser
}

/** Makes a service of a table of routes and their handlers. */
export function serveRoutes<Routes extends Readonly<Record<string, number>>>(
  routes: Routes,
  handlers: FakeHandlers<Routes>,
  { base, userOf }: ServeRoutesParameters,
): FakeService['handle'] {
  const table = Object.keys(routes)
    .map((operation) => {
      const [method = '', path = ''] = operation.split(' ')
      return { method, path, operation }
    })
    .sort((one, other) => (rank(one.path) < rank(other.path) ? -1 : 1))
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    if (!pathname.startsWith(`${base}/`)) throw new FakeFault('badRequest', 'API endpoint not found')
    const { route, names } = matchRoute(table, request.method, pathname.slice(base.length))
    const call: FakeCall = {
      request,
      names,
      query: searchParams,
      get user() {
        return userOf(request)
      },
      json: () => readJson(request),
    }
    const answer = await handlers[route.operation]?.(call)
    if (answer instanceof Response) return answer
    const status = routes[route.operation] ?? 200
    if (answer === undefined) return new Response(null, { status })
    return new Response(stringifyJson(answer), {
      status,
      headers: { 'content-type': 'application/json; charset=UTF-8', vary: 'X-Auth-Token' },
    })
  }
}

// A literal segment goes before one that stands for anything: /servers/detail before /servers/{serverId}.
const rank = (path: string): string => path.replaceAll('{', '\uffff')

async function readJson(request: Request): Promise<Record<string, unknown>> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    throw new FakeFault('badRequest', 'Unsupported content type of the request body')
  }
  try {
    const body = parseJson(await request.text())
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>
  } catch {
    // answered below
  }
  throw new FakeFault('badRequest', 'The request body is not a JSON object')
}
