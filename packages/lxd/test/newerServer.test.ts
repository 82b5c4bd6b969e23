import { expect, test } from 'vitest'
import { createLxd } from '../src/index.js'
import { envelope, refusal, startServer } from './startServer.js'

const operation = {
  id: 'op1',
  class: 'task',
  description: 'Creating storage pool',
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  status: 'Running',
  status_code: 103,
  resources: null,
  metadata: null,
  may_cancel: false,
  err: '',
  location: 'none',
  invented: true,
}
const pool = {
  name: 'p',
  driver: 'dir',
  config: {},
  description: '',
  status: 'Created',
  locations: ['none'],
  used_by: null,
}

// What LXD does since the API extension `storage_and_network_operations`.
test('what LXD 5.0 does at once, a newer server may answer an operation for: both are waited for', async () => {
  let isDone = false
  await using server = await startServer(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.endsWith('/wait')) {
      isDone = true
      return envelope({ ...operation, status: 'Success', status_code: 200 })
    }
    if (request.method === 'POST') {
      const body = {
        type: 'async',
        status: 'Operation created',
        status_code: 100,
        operation: '/1.0/operations/op1',
        metadata: operation,
      }
      return Response.json(body, { status: 202, headers: { location: '/1.0/operations/op1' } })
    }
    return isDone ? envelope(pool) : refusal(404, 'Storage pool not found')
  })
  await using lxd = createLxd({ socketPath: server.socketPath })
  expect(await lxd.storagePools.create({ name: 'p', driver: 'dir' })).toMatchObject({ name: 'p' })
  expect(server.requests.map(({ method, path }) => [method, path])).toEqual([
    ['POST', '/1.0/storage-pools'],
    ['GET', '/1.0/operations/op1/wait'],
    ['GET', '/1.0/storage-pools/p'],
  ])
})

const token = btoa(JSON.stringify({ client_name: 'c', fingerprint: 'f', addresses: [], secret: 's' }))

test.each([
  [['explicit_trust_token'], { type: 'client', trust_token: token }],
  [[], { type: 'client', password: token }],
])('a token goes where the server with %j looks for it', async (api_extensions, body) => {
  const sent: unknown[] = []
  const about = { auth: 'untrusted', api_extensions, api_status: 'stable', api_version: '1.0', public: false }
  await using server = await startServer(async (request) => {
    if (request.method === 'POST') sent.push(new URL(request.url).pathname, await request.json())
    return envelope(about)
  })
  await using lxd = createLxd({ fetch: server.fetch })
  await lxd.authenticate({ token: ` ${token}\n` })
  expect(sent).toEqual(['/1.0/certificates', body])
})

test('an operation of a newer server is called once its extension is there, also after an upgrade', async () => {
  let api_extensions: string[] = []
  await using server = await startServer((request) =>
    new URL(request.url).pathname === '/1.0' ? envelope({ api_extensions }) : envelope([]),
  )
  await using lxd = createLxd({ socketPath: server.socketPath })
  await expect(lxd.storagePoolBucketsGet({ poolName: 'p' })).rejects.toThrow('lacks the API extension storage_buckets')
  api_extensions = ['storage_buckets']
  expect(await lxd.storagePoolBucketsGet({ poolName: 'p' })).toEqual([])
  expect(await lxd.storagePoolBucketsGet({ poolName: 'p' })).toEqual([])
  expect(server.requests.map(({ path }) => path)).toEqual([
    '/1.0',
    '/1.0',
    '/1.0/storage-pools/p/buckets',
    '/1.0/storage-pools/p/buckets',
  ])
})

test('two reads of the same object are equal, and spread as plain data', async () => {
  await using server = await startServer(() => envelope(pool))
  await using lxd = createLxd({ socketPath: server.socketPath })
  const [one, other] = [await lxd.storagePools.get('p'), await lxd.storagePools.get('p')]
  expect(one).toEqual(other)
  expect({ ...one }).toEqual({ ...pool, used_by: [] })
  expect(JSON.parse(JSON.stringify(one))).toEqual({ ...pool, used_by: [] })
  expect(one.etag).toMatch(/^"[0-9a-f]{64}"$/)
})
