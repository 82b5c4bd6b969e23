import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isConfigurationError, isConnectionError, isProtocolError, isTimeoutError } from '@x/core-errors'
import { leakedHandles, openHandles } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import {
  storagePoolGet,
  storagePoolPut,
  storagePoolsGet,
  storagePoolsPost,
  storagePoolVolumesTypePost,
} from '../src/actions/index.js'
import { createLxdClient, isLxdApiError } from '../src/index.js'
import { envelope, refusal, startServer } from './startServer.js'

const pool = {
  name: 'p',
  driver: 'dir',
  config: {},
  description: '',
  status: 'Created',
  locations: null,
  used_by: null,
}
const retry = { attempts: 3, baseDelayMs: 1 }
const failure = (act: Promise<unknown>) =>
  act.then(
    () => undefined,
    (error: unknown) => error,
  )

test('what reads is repeated after a 503 and a lost connection; what changes is not', async () => {
  await using server = await startServer(() => envelope([]))
  await using client = createLxdClient({ socketPath: server.socketPath, retry })
  server.failNext({ status: 503 })
  server.failNext({ drop: 'before' })
  expect(await storagePoolsGet(client)).toEqual([])
  expect(server.requests).toHaveLength(3)

  server.clearRequests()
  server.failNext({ drop: 'before' })
  const lost = await failure(storagePoolsPost(client, { name: 'x', driver: 'dir' }))
  expect(isConnectionError(lost) && [lost.mayHaveBeenSent, lost.retryable, lost.attempts]).toEqual([true, false, 1])
  server.failNext({ status: 503 })
  expect(isLxdApiError(await failure(storagePoolsPost(client, { name: 'x', driver: 'dir' })))).toBe(true)
  expect(server.requests).toHaveLength(2)
})

test('a 500 is not repeated: LXD answers it to bad input', async () => {
  await using server = await startServer(() => refusal(500, 'Invalid option "bogus"'))
  await using client = createLxdClient({ socketPath: server.socketPath, retry })
  const error = await failure(storagePoolsGet(client))
  expect(isLxdApiError(error) && [error.reason, error.retryable]).toEqual(['serverError', false])
  expect(server.requests).toHaveLength(1)
})

test('a server that is not there yet is tried again, whatever the call', async () => {
  const { socketPath, close } = await startServer()
  await close()
  const attempts: number[] = []
  await using client = createLxdClient({
    socketPath,
    retry,
    hooks: { onRequest: ({ attempt }) => attempts.push(attempt) },
  })
  const error = await failure(storagePoolsPost(client, { name: 'x', driver: 'dir' }))
  expect(isConnectionError(error) && [error.code, error.mayHaveBeenSent, error.attempts]).toEqual(['ENOENT', false, 3])
  expect(attempts).toEqual([1, 2, 3])
})

test.each([
  ['no JSON', () => new Response('<html>'), undefined],
  ['no envelope', () => Response.json({ name: 'p' }), 'type'],
  ['an empty body', () => new Response(''), 'type'],
  ['a field of another type', () => envelope({ ...pool, name: 1 }), 'metadata.name'],
  ['a field too few', () => envelope({ ...pool, driver: undefined }), 'metadata.driver'],
  ['a deep field of another type', () => envelope({ ...pool, config: { a: 1 } }), 'metadata.config.a'],
])('an answer with %s is a protocol error that says where', async (_, answer, path) => {
  await using server = await startServer(answer)
  await using client = createLxdClient({ socketPath: server.socketPath })
  const error = await failure(storagePoolGet(client, { poolName: 'p' }))
  expect(isProtocolError(error) && error.status).toBe(200)
  if (path !== undefined && isProtocolError(error)) expect(error.path).toBe(path)
})

test('a refusal without envelope is told with its text', async () => {
  await using server = await startServer(() => new Response('Bad Request\n', { status: 400 }))
  await using client = createLxdClient({ socketPath: server.socketPath })
  const error = await failure(storagePoolsGet(client))
  expect(isLxdApiError(error) && [error.status, error.description]).toEqual([400, 'Bad Request'])
})

test('a body that ends too early is a lost connection', async () => {
  await using server = await startServer(() => envelope([]))
  server.failNext({ drop: 20 })
  await using client = createLxdClient({ socketPath: server.socketPath, retry: false })
  expect(isConnectionError(await failure(storagePoolsGet(client)))).toBe(true)
})

test('silence ends at the bound; an abort ends it at once, with its reason', async () => {
  await using server = await startServer(() => new Promise(() => {}))
  await using client = createLxdClient({ socketPath: server.socketPath, retry: false })
  const late = await failure(storagePoolsGet(client, {}, { timeoutMs: 30 }))
  expect(isTimeoutError(late) && late.timeoutMs).toBe(30)
  const controller = new AbortController()
  const reason = { enough: true }
  const began = once(controller.signal, 'abort')
  const call = failure(storagePoolsGet(client, {}, { signal: controller.signal }))
  controller.abort(reason)
  await began
  const before = performance.now()
  expect(await call).toBe(reason)
  expect(performance.now() - before).toBeLessThan(50)
  expect(await failure(storagePoolsGet(client, {}, { signal: controller.signal }))).toBe(reason)
})

test('an upload is bounded by silence, not by its length', async () => {
  await using server = await startServer(async (request) => {
    const { byteLength } = await request.arrayBuffer()
    return envelope({ byteLength })
  })
  await using client = createLxdClient({ socketPath: server.socketPath, timeoutMs: 200 })
  const upload = async function* () {
    for (let index = 0; index < 8; index++) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      yield new Uint8Array(1_000)
    }
  }
  const parameters = { poolName: 'p', type: 'custom', name: 'v' }
  await storagePoolVolumesTypePost(client, { ...parameters, rawBackup: upload() })
  expect(server.requests[0]?.headers.get('x-lxd-name')).toBe('v')

  server.failNext({ delayMs: 10_000 })
  const stuck = await failure(storagePoolVolumesTypePost(client, { ...parameters, rawBackup: 'x' }, { timeoutMs: 50 }))
  expect(isTimeoutError(stuck) && stuck.message).toBe(
    'storagePoolVolumesTypePost: the server took nothing of the upload for 50 ms',
  )
})

test('If-Match is sent as it is given, and the ETag of an answer is remembered', async () => {
  await using server = await startServer(() => envelope({}))
  await using client = createLxdClient({ socketPath: server.socketPath })
  await storagePoolPut(client, { poolName: 'p' }, { ifMatch: '"abc"' })
  expect(server.requests[0]?.headers.get('if-match')).toBe('"abc"')
})

test('a bearer token is asked for before each call, and again after a 401', async () => {
  const tokens = ['old', 'new']
  await using server = await startServer((request) =>
    request.headers.get('authorization') === 'Bearer new' ? envelope([]) : refusal(401, 'expired'),
  )
  await using client = createLxdClient({ socketPath: server.socketPath, token: () => tokens.shift() ?? 'new' })
  expect(await storagePoolsGet(client)).toEqual([])
  expect(server.requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer old', 'Bearer new'])
})

test('a fetch of the caller gets a standard request', async () => {
  const requests: Request[] = []
  const fetch: typeof globalThis.fetch = async (input) => {
    if (input instanceof Request) requests.push(input)
    return envelope([])
  }
  await using client = createLxdClient({ url: 'https://lxd.example:8443', fetch })
  expect(await storagePoolsGet(client)).toEqual([])
  expect(requests.map(({ method, url }) => [method, url])).toEqual([
    ['GET', 'https://lxd.example:8443/1.0/storage-pools'],
  ])
  // No URL parser leaves such a name alone.
  const dots = await failure(storagePoolGet(client, { poolName: '..' }))
  expect(isConfigurationError(dots) && dots.path).toBe('fetch')
})

test('nothing is told to the caller that could be a key', async () => {
  const events: unknown[] = []
  const hooks = { onRequest: (event: object) => events.push(event), onFailure: (event: object) => events.push(event) }
  await using server = await startServer(() => refusal(500, 'your token is Bearer tell-nobody'))
  await using client = createLxdClient({ socketPath: server.socketPath, token: 'tell-nobody', hooks })
  const error = await failure(storagePoolsGet(client))
  expect(JSON.stringify([error, events])).not.toContain('tell-nobody')
})

test('proxy variables of the environment are nothing to a socket', async () => {
  await using server = await startServer(() => envelope([]))
  const before = process.env['HTTP_PROXY']
  process.env['HTTP_PROXY'] = 'http://192.0.2.1:1'
  try {
    await using client = createLxdClient({ socketPath: server.socketPath })
    expect(await storagePoolsGet(client)).toEqual([])
  } finally {
    if (before === undefined) delete process.env['HTTP_PROXY']
    else process.env['HTTP_PROXY'] = before
  }
})

test('1,000 calls, and a client that was used, leave nothing open', async () => {
  await using server = await startServer(() => envelope([]))
  const before = openHandles()
  const client = createLxdClient({ socketPath: server.socketPath, maxConnections: 4 })
  for (let round = 0; round < 20; round++) {
    await Promise.all(Array.from({ length: 50 }, () => storagePoolsGet(client)))
  }
  await client.close()
  expect(await leakedHandles(before)).toEqual([])
  expect(isConfigurationError(await failure(storagePoolsGet(client)))).toBe(true)
})

test('a program that forgets to close its client ends all the same', async () => {
  await using server = await startServer(() => envelope([]))
  const entry = (name: string) => JSON.stringify(join(import.meta.dirname, '../dist', name))
  const program = `
    import { createLxdClient } from ${entry('index.js')}
    import { storagePoolsGet } from ${entry('actions/index.js')}
    console.log(await storagePoolsGet(createLxdClient({ socketPath: ${JSON.stringify(server.socketPath)} })))
  `
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    timeout: 10_000,
  })
  expect(stdout).toBe('[]\n')
})
