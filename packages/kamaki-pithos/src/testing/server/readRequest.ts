import { bodyChunks, rawTarget } from '@x/core-errors/testing'
import { FakeFault, type FakeUser } from '@x/kamaki-astakos/testing'
import { unquote } from '../../headers/unquote.js'
import type { PithosStore } from '../store/PithosStore.js'
import type { FakePath, FakeRequest } from './FakeRequest.js'

/** A request split up, before anything of it is believed. */
export interface RawRequest extends FakePath {
  readonly method: string
  readonly query: ReadonlyMap<string, string>
  readonly raw: Request
}

const bare = { account: undefined, container: undefined, name: undefined }

/**
 * Takes a target apart: `/v1/<account>/<container>/<object>`, where the object is all the rest as it is.
 *
 * @throws {FakeFault} 400 when it is below none of the service's addresses.
 */
export function splitRequest(raw: Request, servicePath: string): RawRequest {
  const [path = '', search = ''] = rawTarget(raw).split(/\?(.*)/s)
  const below = /^\/v1(?:\/(.*))?$/s.exec(path.slice(servicePath.length))
  if (below === null) throw new FakeFault('badRequest', 'API endpoint not found')
  const [, account, container, name] = /^([^/]*)(?:\/([^/]*)(?:\/(.*))?)?$/s.exec(below[1] ?? '') ?? []
  const given = (text: string | undefined) => (text === undefined || text === '' ? undefined : unquote(text))
  const query = new Map<string, string>()
  for (const [key, value] of new URLSearchParams(search)) if (!query.has(key)) query.set(key, value)
  const parts = { account: given(account), container: given(container), name: given(name) }
  return { ...bare, ...parts, method: raw.method, query, raw }
}

/** Whether a listing is answered as text: unless JSON is asked for by `format`, the path's end or `Accept`. */
export function wantsText({ method, query, raw, name }: RawRequest): boolean {
  if (method !== 'GET' || name !== undefined) return false
  const format = query.get('format')
  if (format === 'json' || format === 'xml') return false
  const { pathname } = new URL(raw.url)
  return (
    !/\.(?:json|xml)$/.test(pathname) && !/application\/(?:json|xml)|text\/xml/.test(raw.headers.get('accept') ?? '')
  )
}

/** @throws {FakeFault} 401 */
export function authenticate(store: PithosStore, { query, raw }: RawRequest): FakeUser {
  const token = query.get('X-Auth-Token') ?? raw.headers.get('x-auth-token')
  if (token === null || token === '') throw new FakeFault('unauthorized', 'Access denied. No authentication token')
  const { users, clock } = store.cloud
  const user = [...users.values()].find((known) => known.token === token)
  if (user === undefined || !user.active || user.tokenExpires <= clock.now()) {
    throw new FakeFault('fault', 'Invalid token', { status: 401 })
  }
  return user
}

/** Checks and decodes the rest of a request. @throws {FakeFault} 400 */
export function readRequest(split: RawRequest, user: FakeUser): FakeRequest {
  const { account, container, name, raw } = split
  if (Array.from(account ?? '').length > 256) throw new FakeFault('badRequest', 'Account name too large.')
  if (Array.from(container ?? '').length > 256) throw new FakeFault('badRequest', 'Container name too large')
  if (Array.from(name ?? '').length > 1024) throw new FakeFault('badRequest', 'Object name too large.')
  return { ...split, user, headers: decodeHeaders(raw.headers), asText: wantsText(split), body: () => bodyChunks(raw) }
}

function decodeHeaders(headers: Headers): Map<string, string> {
  const decoded = new Map<string, string>()
  for (const [name, value] of headers) {
    if (/[\u0080-\uffff]/.test(name + value)) {
      const message = name === 'content-type' ? 'Bad characters in Content-Type.' : 'Bad character in headers.'
      throw new FakeFault('badRequest', message)
    }
    const isPlain = name === 'content-type' || name === 'content-length'
    decoded.set(unquote(name).toLowerCase(), isPlain ? value : unquote(value))
  }
  return decoded
}
