import { FakeFault } from './FakeFault.js'

/** One row of the table of a service: which request is which operation. */
export interface FakeRoute {
  readonly method: string
  /** Below the service's address: `/servers/{server}/action`. A `{name}` stands for one segment. */
  readonly path: string
  /** Names the handler. */
  readonly operation: string
}

/** A route that a request matched, and the segments that stood for its names, decoded. */
export interface RouteMatch<R extends FakeRoute = FakeRoute> {
  readonly route: R
  readonly names: Readonly<Record<string, string>>
}

/**
 * Finds the route of a request.
 *
 * @param path - Below the service's address, still percent-encoded.
 * @throws {FakeFault} 400 for an unknown path and 405 with `Allow` for the wrong method, as Synnefo answers both.
 */
export function matchRoute<R extends FakeRoute>(routes: readonly R[], method: string, path: string): RouteMatch<R> {
  const allowed: string[] = []
  for (const route of routes) {
    const names = matchPath(route.path, path)
    if (names === undefined) continue
    if (route.method === method) return { route, names }
    allowed.push(route.method)
  }
  if (allowed.length === 0) throw new FakeFault('badRequest', 'API endpoint not found')
  throw new FakeFault('notAllowed', 'Method not allowed', { headers: { allow: [...new Set(allowed)].join(', ') } })
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const found = path.split('/')
  if (wanted.length !== found.length) return undefined
  const names: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const segment = decodeURIComponent(found[index] ?? '')
    if (!part.startsWith('{')) {
      if (part !== segment) return undefined
    } else if (segment === '') return undefined
    else names[part.slice(1, -1)] = segment
  }
  return names
}
