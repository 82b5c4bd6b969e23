import type { FakeServer } from '@x/core-errors/testing'
import { expect, test } from 'vitest'
import { createLxd, isLxdExtensionError, isLxdNotFound } from '../src/index.js'
import { envelope, refusal, startServer } from './startServer.js'

interface Entry extends Record<string, unknown> {
  name: string
}

const pool = {
  name: 'p',
  driver: 'ceph',
  config: {},
  description: '',
  status: 'Created',
  locations: null,
  used_by: null,
}
const operation = {
  id: 'op1',
  class: 'task',
  description: 'Working',
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  resources: null,
  metadata: null,
  may_cancel: false,
  err: '',
  location: 'none',
}

const started = () => {
  const metadata = { ...operation, status: 'Running', status_code: 103 }
  const body = {
    type: 'async',
    status: 'Operation created',
    status_code: 100,
    operation: '/1.0/operations/op1',
    metadata,
  }
  return Response.json(body, { status: 202, headers: { location: '/1.0/operations/op1' } })
}

// Buckets and keys, as LXD's main branch of 2026 documents them: changes are operations.
function newerServer(extensions: string[] = ['storage_buckets', 'storage_buckets_all_projects']) {
  const buckets = new Map<string, Entry>()
  const keys = new Map<string, Entry>()
  return startServer(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/1.0') return envelope({ api_extensions: extensions })
    if (pathname.endsWith('/wait')) return envelope({ ...operation, status: 'Success', status_code: 200 })
    const [, , , , kind, bucketName = '', isKey, keyName = ''] = pathname.split('/')
    if (kind === undefined) return envelope(pool)
    const [table, name] = isKey === undefined ? [buckets, bucketName] : [keys, keyName]
    if (name === '' && request.method === 'GET') return envelope([...table.values()])
    if (request.method === 'POST') {
      const body = (await request.json()) as Entry
      const more =
        table === buckets ? { s3_url: `https://s3/${body.name}`, project: 'web' } : { 'secret-key': 'made up' }
      table.set(body.name, { config: {}, description: '', ...more, ...body })
      return started()
    }
    const found = table.get(name)
    if (found === undefined) return refusal(404, 'Storage bucket not found')
    if (request.method === 'GET') return envelope(found)
    if (request.method === 'DELETE') table.delete(name)
    else Object.assign(found, { description: '' }, await request.json())
    return started()
  })
}

const asked = ({ requests }: FakeServer): string => {
  const { method, path, search } = requests.at(-1) ?? {}
  return `${method} ${path}${search}`
}

test('buckets and their keys are made, listed with one request, changed and deleted', async () => {
  await using server = await newerServer()
  await using lxd = createLxd({ socketPath: server.socketPath })
  const { buckets } = await lxd.storagePools.get('p')
  const bucket = await buckets.create(
    { name: 'photos', description: 'd', config: { size: '1GiB' } },
    { project: 'web' },
  )
  expect(bucket).toMatchObject({ name: 'photos', description: 'd', s3_url: 'https://s3/photos' })
  await bucket.patch({ config: { size: '2GiB' } })
  expect(bucket).toMatchObject({ description: 'd', config: { size: '2GiB' } })
  bucket.description = 'other'
  await bucket.save()
  expect(bucket.description).toBe('other')

  const key = await bucket.keys.create({ name: 'reader', role: 'read-only' })
  expect(key).toMatchObject({ name: 'reader', role: 'read-only', 'secret-key': 'made up' })
  await key.patch({ description: 'for the site' })
  expect(await bucket.keys.all()).toMatchObject([{ name: 'reader', role: 'read-only', description: 'for the site' }])
  expect(asked(server)).toBe('GET /1.0/storage-pools/p/buckets/photos/keys?project=web&recursion=1')
  await key.delete()
  expect(await bucket.keys.exists('reader')).toBe(false)

  await bucket.delete()
  expect(isLxdNotFound(await buckets.get('photos').catch((error: unknown) => error))).toBe(true)
})

test('buckets of every project are listed, each knowing its own', async () => {
  await using server = await newerServer()
  await using lxd = createLxd({ socketPath: server.socketPath })
  const { buckets } = await lxd.storagePools.get('p')
  await buckets.create({ name: 'photos' }, { project: 'web' })
  const [bucket] = await buckets.all({ allProjects: true })
  expect(asked(server)).toBe('GET /1.0/storage-pools/p/buckets?all-projects=true&recursion=1')
  await bucket?.delete()
  expect(server.requests.map(({ method, path, search }) => `${method} ${path}${search}`)).toContain(
    'DELETE /1.0/storage-pools/p/buckets/photos?project=web',
  )
})

test('a server without buckets says so before it is asked', async () => {
  await using server = await newerServer([])
  await using lxd = createLxd({ socketPath: server.socketPath })
  const { buckets } = await lxd.storagePools.get('p')
  const error = await buckets.all().catch((error: unknown) => error)
  expect(isLxdExtensionError(error) && error.extension).toBe('storage_buckets')
  expect(server.requests.some(({ path }) => path.includes('buckets'))).toBe(false)
})
