import { inspect } from 'node:util'
import { isConfigurationError, isProtocolError } from '@x/core-errors'
import { createManualClock } from '@x/core-errors/testing'
import { afterEach, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { caught } from '../../test/support/caught.js'
import { isSynnefoApiError } from '../errors/SynnefoApiError.js'
import { requestJson } from '../http/requestJson.js'
import type { SynnefoRequest } from '../http/SynnefoCall.js'
import { type CreateFakeSynnefoParameters, createFakeSynnefo, type FakeSynnefo } from '../testing/createFakeSynnefo.js'
import type { FakeServicePlugin } from '../testing/FakeService.js'
import { createSynnefoSession } from './createSynnefoSession.js'
import type { CreateSynnefoSessionParameters } from './SynnefoSession.js'

const clouds: FakeSynnefo[] = []
afterEach(async () => {
  await Promise.all(clouds.splice(0).map((cloud) => cloud.close()))
})

/** A service that says what it got. */
const echo: FakeServicePlugin = (cloud) => [
  {
    catalog: { name: 'cyclades_compute', type: 'compute', versionId: 'v2.0', path: '/compute', unversioned: true },
    handle: async (request) => {
      const { id } = cloud.userOf(request)
      const { pathname, search } = new URL(request.url)
      return Response.json({ user: id, method: request.method, path: pathname + search, body: await request.text() })
    },
  },
]

const start = async (parameters: CreateFakeSynnefoParameters = {}) => {
  const cloud = await createFakeSynnefo({ services: [echo], ...parameters })
  clouds.push(cloud)
  return cloud
}
const sessionOf = (cloud: FakeSynnefo, parameters: Partial<CreateSynnefoSessionParameters> = {}) =>
  createSynnefoSession({ url: cloud.url, token: cloud.token, retry: { delayMs: () => 0 }, ...parameters })
const echoed = z.looseObject({ user: z.string(), method: z.string(), path: z.string(), body: z.string() })
const ask = (session: ReturnType<typeof sessionOf>, request: Partial<SynnefoRequest> = {}) =>
  requestJson(session, {
    operation: 'echo',
    service: 'compute',
    method: 'GET',
    path: ['servers'],
    idempotent: true,
    schema: echoed,
    ...request,
  })
const logins = (cloud: FakeSynnefo) => cloud.requests.filter(({ path }) => path.endsWith('/tokens')).length

test('authenticates once for 200 concurrent calls', async () => {
  const cloud = await start()
  const session = sessionOf(cloud)
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask(session)))
  expect(new Set(answers.map(({ user }) => user))).toEqual(new Set([cloud.user.id]))
  await Promise.all(Array.from({ length: 200 }, () => session.user()))
  await Promise.all(Array.from({ length: 200 }, () => session.user()))
  expect(logins(cloud)).toBe(2) // the catalog without the user, then the user
})

test('200 concurrent calls after authenticate need no further login', async () => {
  const cloud = await start()
  const session = sessionOf(cloud)
  await Promise.all([...Array.from({ length: 200 }, () => session.user()), ask(session)])
  expect(logins(cloud)).toBe(1)
})

test('completes the version of an endpoint, and of the identity service itself', async () => {
  const cloud = await start()
  const session = sessionOf(cloud, { url: `${cloud.origin}/identity//` })
  expect(await session.endpoint('compute')).toBe(`${cloud.origin}/compute/v2.0`)
  expect(session.config.url).toBe(cloud.url)
  expect((await ask(session)).path).toBe('/compute/v2.0/servers')
})

test('an explicit endpoint wins over the catalog, which is then not asked for', async () => {
  const cloud = await start()
  const session = sessionOf(cloud, { url: undefined, endpoints: { compute: `${cloud.origin}/compute/` } })
  expect((await ask(session)).path).toBe('/compute/v2.0/servers')
  expect(logins(cloud)).toBe(0)
  const error = await caught(session.endpoint('network'))
  expect(isConfigurationError(error)).toBe(true)
})

test('a service that the catalog does not list is an error that names those it has', async () => {
  const cloud = await start()
  const error = await caught(sessionOf(cloud).endpoint('volume'))
  expect(isProtocolError(error) && error.message).toContain('«volume»; it lists astakos_account, astakos_ui')
})

test('asks again shortly before the token expires, and not before', async () => {
  const clock = createManualClock(Date.UTC(2026, 0, 1))
  const cloud = await start({ clock })
  cloud.user.tokenExpires = clock.now() + 600_000
  const session = sessionOf(cloud, { clock, expiryMarginMs: 60_000 })
  await session.user()
  await clock.advance(539_000)
  await session.user()
  expect(logins(cloud)).toBe(1)
  await clock.advance(1_000)
  await session.user()
  expect(logins(cloud)).toBe(2)
})

test('a 401 leads to one more login and one more attempt, shared by all calls', async () => {
  const cloud = await start()
  let token = cloud.token
  const session = sessionOf(cloud, { token: () => token })
  await session.user()
  cloud.user.token = 'second-token'
  token = 'first-and-outdated'
  cloud.clearRequests()
  const calls = Array.from({ length: 20 }, () => ask(session, { method: 'POST', idempotent: false, json: {} }))
  token = 'second-token' // the caller renews it after the calls began
  expect((await Promise.all(calls)).length).toBe(20)
  expect(logins(cloud)).toBeLessThanOrEqual(1)
})

test('a second 401 is final and says what the identity service said', async () => {
  const cloud = await start()
  const session = sessionOf(cloud)
  await session.user()
  cloud.clearRequests()
  cloud.failNext({
    match: (request) => request.url.includes('/compute'),
    times: 2,
    status: 401,
    body: {
      fault: {
        code: 401,
        message: 'UNAUTHORIZED',
        details: '{"unauthorized": {"code": 401, "message": "token expired", "details": ""}}',
      },
    },
  })
  const error = await caught(ask(session))
  if (!isSynnefoApiError(error)) throw error
  expect(error.message).toBe('echo: token expired (unauthorized, HTTP 401)')
  expect(error.faults.map(({ name }) => name)).toEqual(['fault', 'unauthorized'])
  expect(cloud.requests.map(({ path }) => path)).toEqual([
    '/compute/v2.0/servers',
    '/identity/v2.0/tokens',
    '/compute/v2.0/servers',
  ])
})

test('repeats an idempotent call on 502, 503 and 504 only, and others never', async () => {
  const cloud = await start()
  const session = sessionOf(cloud)
  await session.catalog()
  for (const [status, method, expected] of [
    [502, 'GET', 2],
    [503, 'GET', 2],
    [504, 'GET', 2],
    [500, 'GET', 1],
    [409, 'GET', 1],
    [503, 'POST', 1],
  ] as const) {
    cloud.clearRequests()
    cloud.failNext({ status, headers: { 'retry-after': '0' } })
    const error = await caught(ask(session, { method, idempotent: method === 'GET' }))
    expect([status, cloud.requests.length, isSynnefoApiError(error)]).toEqual([status, expected, expected === 1])
  }
})

test('waits as long as Retry-After asks, and an abort ends the wait', async () => {
  const cloud = await start()
  const stop = new AbortController()
  const waits: number[] = []
  const onRetry = ({ delayMs }: { delayMs: number }) => {
    waits.push(delayMs)
    stop.abort(new Error('enough'))
  }
  const session = sessionOf(cloud, { hooks: { onRetry }, retry: { attempts: 2, maxDelayMs: 60_000 } })
  await session.catalog()
  cloud.failNext({ status: 503, headers: { 'retry-after': '7' } })
  expect(await caught(ask(session, { signal: stop.signal }))).toBe(stop.signal.reason)
  expect(waits).toEqual([7_000])
})

test('the refusal of the service stands when the identity service refuses as well', async () => {
  const cloud = await start()
  const session = sessionOf(cloud)
  await session.user()
  cloud.user.token = 'another-token'
  const error = await caught(ask(session))
  if (!isSynnefoApiError(error)) throw error
  expect(error.message).toBe('echo: Invalid token (unauthorized, HTTP 401)')
})

test('sends paths, queries and bodies encoded exactly once', async () => {
  const cloud = await start()
  const answer = await ask(sessionOf(cloud), {
    method: 'PUT',
    idempotent: true,
    path: ['a/b?c#d', { slashes: 'x//y z/é%' }],
    query: {
      'SNF:is_public': true,
      'changes-since': '2026-01-01T00:00:00+00:00',
      update: null,
      limit: 0,
      no: undefined,
    },
    json: { limit: 2n ** 63n - 1n },
  })
  expect(answer.path).toBe(
    '/compute/v2.0/a%2Fb%3Fc%23d/x//y%20z/%C3%A9%25?SNF%3Ais_public=true&changes-since=2026-01-01T00%3A00%3A00%2B00%3A00&update&limit=0',
  )
  expect(answer.body).toBe('{"limit":9223372036854775807}')
})

test('refuses what no address or header can carry before anything is sent', async () => {
  const cloud = await start()
  const session = sessionOf(cloud)
  for (const request of [
    { path: ['servers', ''] },
    { path: ['servers', '..'] },
    { path: [{ slashes: 'a/./b' }] },
    { path: ['\ud800'] },
    { headers: { 'x-name': 'a\r\nx-auth-token: other' } },
    { headers: { 'x name': 'a' } },
  ]) {
    expect(isConfigurationError(await caught(ask(session, request)))).toBe(true)
  }
  expect(() => sessionOf(cloud, { token: 'a b' })).toThrow('token')
  expect(() => sessionOf(cloud, { url: 'ftp://x' })).toThrow('http')
  expect(cloud.requests).toHaveLength(0)
})

test('streams a body up and another one down', async () => {
  const cloud = await start()
  const session = sessionOf(cloud)
  const body = new Blob(['hello ', 'world']).stream()
  const stream = await session.request({
    operation: 'copy',
    service: 'compute',
    method: 'PUT',
    path: ['stream'],
    body,
    idempotent: false,
    read: (answer) => answer.stream(),
  })
  expect(await new Response(stream).json()).toMatchObject({ method: 'PUT', body: 'hello world' })
})

test('the token appears neither in the session nor in an error', async () => {
  const cloud = await start()
  const session = sessionOf(cloud)
  cloud.failNext({
    status: 400,
    body: { badRequest: { message: `bad ${cloud.token}`, code: 400, details: cloud.token } },
  })
  const error = await caught(session.user())
  if (!isSynnefoApiError(error)) throw error
  for (const text of [inspect(session, { depth: 9 }), JSON.stringify(session), inspect(error), JSON.stringify(error)]) {
    expect(text).not.toContain(cloud.token)
  }
  expect(error.rawBody).toContain('[redacted]')
})

test('one caller who leaves does not end the login of the others', async () => {
  const cloud = await start()
  const session = sessionOf(cloud)
  cloud.failNext({ delayMs: 30 })
  const leaving = new AbortController()
  const left = caught(session.user({ signal: leaving.signal }))
  const stays = session.user()
  leaving.abort(new Error('no longer wanted'))
  expect(await left).toBe(leaving.signal.reason)
  expect((await stays).id).toBe(cloud.user.id)
  expect(logins(cloud)).toBe(1)
})
