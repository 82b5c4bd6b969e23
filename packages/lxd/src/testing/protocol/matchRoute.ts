import { type FakeRoute, routes } from '../routes.js'
import { FakeFault } from './FakeFault.js'

/** A route that a request matched, and the segments that stood for its names, decoded. */
export interface RouteMatch {
  readonly route: FakeRoute
  readonly names: Readonly<Record<string, string>>
}

// A literal segment goes before one that stands for anything: /1.0/images/aliases before /1.0/images/{fingerprint}.
const ranked = routes
  .map((route) => ({ route, segments: route.path.split('/') }))
  .sort((one, other) => (rank(one.route.path) < rank(other.route.path) ? -1 : 1))

/**
 * Finds the route of a request.
 *
 * @param path - As it was sent, percent-encoded.
 * @throws {FakeFault} 404 for an unknown path, 501 for a known one with another method.
 */
export function matchRoute(method: string, path: string): RouteMatch {
  const found = path.split('/')
  let known = false
  for (const { route, segments } of ranked) {
    const names = matchSegments(segments, found)
    if (names === undefined) continue
    if (route.method === method) return { route, names }
    known = true
  }
  throw known ? new FakeFault(501, 'not implemented') : new FakeFault(404, 'not found')
}

function matchSegments(wanted: readonly string[], found: readonly string[]): Record<string, string> | undefined {
  if (wanted.length !== found.length) return undefined
  const names: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const segment = decode(found[index] ?? '')
    if (!part.startsWith('{')) {
      if (part !== segment) return undefined
    } else if (segment === '') return undefined
    else names[part.slice(1, -1)] = segment
  }
  return names
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new FakeFault(400, 'Bad Request')
  }
}

function rank(path: string): string {
  return path.replaceAll('{', '\uffff')
}
