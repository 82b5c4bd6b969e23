import { isConnectionError } from '@x/core-errors'
import { createManualClock } from '@x/core-errors/testing'
import { expect, test } from 'vitest'
import { createLxd, isLxdApiError, type LxdEvent } from '../../src/index.js'
import { createHandlers } from '../../src/testing/createHandlers.js'
import { createState } from '../../src/testing/createState.js'
import { createFakeLxd, routes } from '../../src/testing/index.js'
import { unsupported } from '../../src/testing/unsupported.js'
import { createKeyPair } from '../e2e/createKeyPair.js'

const place = { poolName: 'default', type: 'custom', volumeName: 'v1' }

test('every operation of LXD 5.0 is done, or known not to be', async () => {
  const done = Object.keys(createHandlers(createState({})))
  expect([...done, ...unsupported].sort()).toEqual(routes.map(({ operation }) => operation).sort())
})

test('what it does not do is 501 and says so', async () => {
  await using fake = await createFakeLxd({ listen: false })
  await using lxd = createLxd(fake.connection)
  const error = await lxd.networksPost({ name: 'n' }).catch((error: unknown) => error)
  expect(isLxdApiError(error) && [error.status, error.description]).toEqual([
    501,
    'the fake does not implement networksPost',
  ])
})

test.each([
  ['without a network', { listen: false }],
  ['over loopback', {}],
])('volumes, operations and events work %s', async (_, parameters) => {
  await using fake = await createFakeLxd(parameters)
  await using lxd = createLxd(fake.connection)
  await using events = await lxd.events({ types: ['lifecycle'] })
  const pool = await lxd.storagePools.get('default')
  const volume = await pool.volumes.create({ name: 'v1' })
  const snapshot = await volume.snapshots.create()
  await volume.restoreFrom(snapshot.name)
  const actions: string[] = []
  for await (const event of events) {
    if (event.type === 'lifecycle') actions.push(event.metadata.action)
    if (actions.length === 3) break
  }
  expect(actions).toEqual(['storage-volume-created', 'storage-volume-snapshot-created', 'storage-volume-restored'])
  expect(fake.requests.map(({ method, path }) => `${method} ${path}`)).toContain(
    'PUT /1.0/storage-pools/default/volumes/custom/v1',
  )
})

test('it listens on a port that plain clients reach', async () => {
  await using fake = await createFakeLxd()
  const answer = await fetch(`${fake.url}/1.0/storage-pools`)
  expect(await answer.json()).toMatchObject({ type: 'sync', metadata: ['/1.0/storage-pools/default'] })
  const socket = new WebSocket(`${fake.url.replace('http', 'ws')}/1.0/events?type=lifecycle`)
  const heard = new Promise<LxdEvent>((resolve) => {
    socket.onmessage = ({ data }) => resolve(JSON.parse(data))
  })
  await new Promise((resolve) => {
    socket.onopen = resolve
  })
  await fetch(`${fake.url}/1.0/profiles`, { method: 'POST', body: '{"name":"p"}' })
  expect(await heard).toMatchObject({ metadata: { action: 'profile-created', source: '/1.0/profiles/p' } })
  socket.close()
})

test('it listens on HTTPS, and clients pin its certificate', async () => {
  const { certificate, key } = createKeyPair('fake')
  await using fake = await createFakeLxd({ tls: { cert: certificate, key } })
  await using lxd = createLxd(fake.connection)
  expect((await lxd.serverGet()).environment).toMatchObject({ certificate })
  const { volumes } = await lxd.storagePools.get('default')
  const volume = await volumes.create({ name: 'v1' })
  expect((await volume.snapshots.create()).name).toBe('snap0')
})

test('an operation is forgotten 5 s after its end, and a wait ends in time, on the clock it is given', async () => {
  const clock = createManualClock(Date.parse('2030-01-02T03:04:05Z'))
  await using fake = await createFakeLxd({ listen: false, clock })
  await using lxd = createLxd(fake.connection)
  await lxd.storagePoolVolumesTypePost({ ...place, name: 'v1' })
  const { operation } = await lxd.storagePoolVolumesTypeSnapshotsPost({ ...place, name: 's1' })
  const id = operation?.id ?? ''
  expect(await lxd.operationWaitGet({ id, timeout: -1 })).toMatchObject({
    status: 'Success',
    created_at: '2030-01-02T03:04:05Z',
  })
  await clock.advance(4_999)
  expect(await lxd.operations.exists(id)).toBe(true)
  await clock.advance(1)
  expect(await lxd.operations.exists(id)).toBe(false)

  const [image] = await lxd.imagesGetRecursion1()
  const token = await lxd.imagesSecretPost({ fingerprint: image?.fingerprint ?? '' })
  const waiting = lxd.operationWaitGet({ id: token.operation?.id ?? '', timeout: 10 })
  expect(await clock.runUntil(waiting, 10_000)).toMatchObject({ status: 'Running' })
})

test('faults strike requests and the opening of WebSockets', async () => {
  await using fake = await createFakeLxd({ listen: false })
  await using lxd = createLxd({ ...fake.connection, retry: false })
  fake.failNext({ drop: 'after', match: ({ method }) => method === 'POST' })
  const error = await lxd.storagePoolVolumesTypePost({ ...place, name: 'v1' }).catch((error: unknown) => error)
  expect(isConnectionError(error)).toBe(true)
  expect(await lxd.storagePoolVolumeTypeGet(place)).toMatchObject({ name: 'v1' })
  fake.failNext({ status: 503, body: { type: 'error', error: 'starting', error_code: 503 } })
  const refused = await lxd.events().catch((error: unknown) => error)
  expect(isLxdApiError(refused) && refused.status).toBe(503)
  fake.failNext({ drop: 'before' })
  expect(isConnectionError(await lxd.events().catch((error: unknown) => error))).toBe(true)
})

test('volumes of a project that is deleted by force are lost, and their folders in the way', async () => {
  await using fake = await createFakeLxd({ listen: false })
  await using lxd = createLxd(fake.connection)
  await lxd.projectsPost({ name: 'p' })
  await lxd.storagePoolVolumesTypePost({ ...place, name: 'v1', project: 'p' })
  await lxd.projectDelete({ projectName: 'p' }, { force: true })
  await lxd.projectsPost({ name: 'p' })
  expect(await lxd.storagePoolVolumesTypeGet({ ...place, project: 'p' })).toEqual([])
  const again = lxd.storagePoolVolumesTypePost({ ...place, name: 'v1', project: 'p' })
  await expect(again).rejects.toThrow('Volume path "/var/lib/lxd/storage-pools/default/custom/p_v1" already exists')
})

test('it has the pools and the extensions that it is given', async () => {
  const pools = [{ name: 'fast', driver: 'btrfs' as const, description: 'd', config: { size: '1GiB' } }]
  await using fake = await createFakeLxd({ listen: false, pools, extensions: ['storage'] })
  await using lxd = createLxd(fake.connection)
  expect(await lxd.storagePools.all()).toMatchObject([{ name: 'fast', driver: 'btrfs', description: 'd' }])
  expect([await lxd.hasApiExtension('storage'), await lxd.hasApiExtension('custom_volume_backup')]).toEqual([
    true,
    false,
  ])
})

test('the root disk, the files and the state of an instance are kept', async () => {
  await using fake = await createFakeLxd({ listen: false })
  await using lxd = createLxd(fake.connection)
  const instanceName = 'c1'
  await lxd.runOperation(() => lxd.instancesPost({ name: instanceName, source: { type: 'image', alias: fake.image } }))
  await lxd.instanceFilesPost({ instanceName, path: '/var/a', rawFile: 'text' })
  const { stream } = await lxd.instanceFilesGet({ instanceName, path: '/var/a' })
  expect(await new Response(stream).text()).toBe('text')
  await lxd.runOperation(() => lxd.instanceStatePut({ instanceName, action: 'start' }))
  expect(await lxd.instanceStateGet({ instanceName })).toMatchObject({ status: 'Running' })
  expect((await lxd.storagePoolGet({ poolName: 'default' })).used_by).toContain('/1.0/instances/c1')
})

test('closing ends what runs, what listens and what waits', async () => {
  const fake = await createFakeLxd({ listen: false })
  await using lxd = createLxd({ ...fake.connection, retry: false })
  await using events = await lxd.events({ reconnect: false })
  await fake.close()
  await fake.close()
  const reading = (async () => {
    for await (const _ of events);
  })()
  expect(isConnectionError(await reading.catch((error: unknown) => error))).toBe(true)
})
