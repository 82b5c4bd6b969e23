import { inspect } from 'node:util'
import { isConfigurationError, isConnectionError, isProtocolError, isTimeoutError } from '@x/core-errors'
import { createManualClock } from '@x/core-errors/testing'
import { leakedHandles, openHandles } from '@x-tooling/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskEject, volumeCreate, volumeDelete, volumesList } from './actions/index.js'
import { type CreateStorPoolClientParameters, createStorPoolClient } from './createStorPoolClient.js'
import { createFakeStorPool, type FakeStorPool } from './testing/index.js'

let fake: FakeStorPool
let handles: string[]
beforeEach(async () => {
  handles = openHandles()
  fake = await createFakeStorPool({ volumes: [{ name: 'db-01', size: 4096 }], token: '1556560560218011653' })
})
afterEach(() => fake.close())

const make = (parameters: Partial<CreateStorPoolClientParameters> = {}) =>
  createStorPoolClient({ url: fake.url, token: fake.token, ...parameters })

test('retries a 503 and reports the attempts', async () => {
  fake.failNext({ status: 503, headers: { 'retry-after': '0' } })
  const [volume] = await volumesList(make())
  expect(volume).toMatchObject({ name: 'db-01', size: 4096 })
  expect(fake.requests.map((request) => request.path)).toEqual(['/ctrl/1.0/VolumesList', '/ctrl/1.0/VolumesList'])
})

test('waits 1, 2, 4, 8 and 16 seconds between six attempts, and throws the last refusal', async () => {
  const clock = createManualClock()
  const waits: number[] = []
  fake.failNext({ status: 200, times: 6 })
  const client = make({
    clock,
    timeoutMs: Number.POSITIVE_INFINITY,
    hooks: { onRetry: ({ delayMs }) => waits.push(delayMs) },
  })
  const call = clock.runUntil(volumesList(client))
  await expect(call).rejects.toMatchObject({ code: 'transientFailure', transient: true, retryable: true, attempts: 6 })
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000])
  expect(clock.pending).toBe(0)
})

test('a refusal that is not transient ends the call at once, also after transient ones', async () => {
  fake.failNext({ status: 503, times: 2 })
  fake.failNext({ status: 503, error: { name: 'no', transient: false } })
  const call = volumesList(make({ retry: { delayMs: () => 0 } }))
  await expect(call).rejects.toMatchObject({ code: 'no', attempts: 3, retryable: false })
})

test('a lost connection is tried again where nothing can have happened', async () => {
  fake.failNext({ drop: 'before' })
  expect(await volumesList(make({ retry: { delayMs: () => 0 } }))).toHaveLength(1)
  const port = fake.url
  await fake.close()
  const sleeps: number[] = []
  const delayMs = (retry: number) => sleeps.push(retry) * 0
  const refused = diskEject(make({ url: port, retry: { attempts: 3, delayMs } }), { diskId: 101 })
  await expect(refused).rejects.toMatchObject({ name: 'ConnectionError', attempts: 3, mayHaveBeenSent: false })
  expect(sleeps).toHaveLength(2)
})

test('a change whose answer was lost is made again only when asked for', async () => {
  fake.failNext({ drop: 'after' })
  const lost = volumeDelete(make(), { volumeName: 'db-01' })
  await expect(lost).rejects.toSatisfy(isConnectionError)
  expect(fake.requests).toHaveLength(1)
  await volumeCreate(make(), { name: 'db-02', size: 512 })
  fake.failNext({ drop: 'after' })
  const again = make({ retryLostPosts: true, retry: { delayMs: () => 0 } })
  await expect(volumeDelete(again, { volumeName: 'db-02' })).rejects.toMatchObject({ code: 'objectDoesNotExist' })
})

test('a timeout is not tried again', async () => {
  fake.failNext({ hang: true })
  const call = volumesList(make({ timeoutMs: 30 }))
  await expect(call).rejects.toSatisfy(isTimeoutError)
  expect(fake.requests).toHaveLength(1)
})

test('an abort ends the wait between two attempts with its own reason and leaves nothing behind', async () => {
  const abort = new AbortController()
  const reason = new Error('enough')
  fake.failNext({ status: 503, times: 9 })
  const client = make({ hooks: { onRetry: () => queueMicrotask(() => abort.abort(reason)) } })
  await expect(volumesList(client, { signal: abort.signal })).rejects.toBe(reason)
  await fake.close()
  expect(await leakedHandles(handles)).toEqual([])
})

test('redirects are refused and the token goes nowhere', async () => {
  fake.failNext({ status: 302, headers: { location: 'http://192.0.2.1/elsewhere' }, body: '' })
  await expect(volumesList(make())).rejects.toSatisfy(isProtocolError)
  expect(fake.requests).toHaveLength(1)
})

test('a token function is asked before each attempt, and once more after a 401', async () => {
  const tokens = ['stale-token', fake.token]
  expect(await volumesList(make({ token: () => tokens.shift() ?? '' }))).toHaveLength(1)
  await expect(volumesList(make({ token: () => 'stale-token' }))).rejects.toMatchObject({ status: 401 })
})

test('the token is printed nowhere', async () => {
  const seen: unknown[] = []
  const hooks = { onRequest: note, onResponse: note, onRetry: note, onFailure: note }
  function note(event: unknown): void {
    seen.push(event)
  }
  const client = make({ hooks, retry: false })
  fake.failNext({ status: 500, error: { name: 'x', descr: `the token ${fake.token} is wrong`, transient: false } })
  const error = await volumesList(client).catch((thrown: unknown) => thrown)
  const printed = [client, error, seen].flatMap((each) => [inspect(each, { depth: 9 }), JSON.stringify(each)])
  expect(printed.join()).not.toContain(fake.token)
  expect(seen).toHaveLength(3)
})

test.each([
  ['url', { url: 'storpool' }],
  ['url', { url: 'ftp://192.0.2.1' }],
  ['url', { url: 'http://user:secret@192.0.2.1' }],
  ['url', { url: 'http://192.0.2.1/?a=b' }],
  ['token', { token: 'two\nlines' }],
  ['timeoutMs', { timeoutMs: 0 }],
  ['validation', { validation: 'loose' as 'lenient' }],
  ['retry.attempts', { retry: { attempts: 0 } }],
])('a bad %s is refused before anything is sent', (path, parameters) => {
  expect(() => make(parameters)).toThrow(expect.objectContaining({ name: 'ConfigurationError', path }))
})

test('paths below the address of the API are kept', async () => {
  const call = volumesList(make({ url: `${fake.url}/proxy/`, retry: false }))
  await expect(call).rejects.toMatchObject({ code: 'objectDoesNotExist' })
  expect(fake.requests[0]?.path).toBe('/proxy/ctrl/1.0/VolumesList')
  await expect(volumesList(make({ token: () => 'a b' }))).rejects.toSatisfy(isConfigurationError)
})
