import { ConfigurationError, stringifyJson } from '@x/core-errors'
import type { LxdClient } from '../LxdClient.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import { encodeQuery } from './encodeQuery.js'
import { encodeSegment } from './encodeSegment.js'
import type { Route } from './Route.js'

/** What goes on the wire for one call. */
export interface LxdRequest {
  /** With query, encoded. */
  path: string
  body: LxdUploadBody | undefined
  /** Whether `body` is bytes of the caller's, of any length. */
  isUpload: boolean
  headers: Record<string, string>
}

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/**
 * Sorts the parameters of an action into path, query, headers and body. What is neither of the first three is a field of
 * the body, also when this version does not know it.
 *
 * @throws {ConfigurationError} when a name is empty, or a configuration value no text.
 */
export function toRequest(client: LxdClient, route: Route, parameters: object): LxdRequest {
  const left: Record<string, unknown> = { ...parameters }
  const take = (name: string): unknown => {
    const value = left[name]
    delete left[name]
    return value
  }
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeSegment(take(name), name))
  const query: Record<string, unknown> = {}
  for (const name of route.query ?? []) query[name] = take(camelCase(name))
  if (route.query?.includes('project') && !query['all-projects']) query['project'] ??= client.config.project
  if (route.query?.includes('target')) query['target'] ??= client.config.target
  query['recursion'] ??= route.recursion
  const location = path + encodeQuery(query)

  const raw = route.raw === undefined ? undefined : (take(route.raw) as LxdUploadBody | undefined)
  if (raw !== undefined || route.rawOnly === true) {
    return { path: location, body: raw, isUpload: raw !== undefined, headers: rawHeaders(route, raw, left) }
  }
  if (route.method === 'GET' || route.method === 'HEAD') {
    return { path: location, body: undefined, isUpload: false, headers: {} }
  }
  for (const [ours, theirs] of Object.entries(route.bodyNames ?? {})) {
    const value = take(ours)
    if (value !== undefined) left[theirs] = value
  }
  checkConfig(left['config'])
  return { path: location, body: stringifyJson(left), isUpload: false, headers: { 'content-type': 'application/json' } }
}

// Incus knows the same headers under its own name.
function rawHeaders(
  route: Route,
  raw: LxdUploadBody | undefined,
  left: Record<string, unknown>,
): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, header] of Object.entries(route.headers ?? {})) {
    const value = left[name]
    if (value === undefined) continue
    for (const prefix of ['X-LXD-', 'X-Incus-']) headers[prefix + header] = String(value)
  }
  if (!(raw instanceof FormData)) headers['content-type'] = 'application/octet-stream'
  return headers
}

// The server answers 400 with a text of its JSON decoder, which names neither the key nor the remedy.
function checkConfig(config: unknown): void {
  if (typeof config !== 'object' || config === null) return
  for (const [key, value] of Object.entries(config)) {
    if (typeof value === 'string') continue
    throw new ConfigurationError(`config values are texts; ${key} is ${typeof value}: write '${String(value)}'`, {
      path: `parameters.config.${key}`,
    })
  }
}
