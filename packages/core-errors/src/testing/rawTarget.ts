import { wireRequests } from './wireRequests.js'

/**
 * Path and query of a request exactly as they were sent. `request.url` is not: URL parsers remove the segments `.` and
 * `..`. For a request that came through a fake's `fetch`, what the caller's own URL parser left.
 */
export function rawTarget(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return wireRequests.get(request)?.incoming.url ?? pathname + search
}
