import { inspect } from 'node:util'
import { isConfigurationError } from '@x/core-errors'
import { isSynnefoApiError } from '@x/kamaki-astakos'
import { expect, test } from 'vitest'
import { caught, startCloud } from './startCloud.js'

test('a server is built, stopped, resized, started and deleted, and its quota follows', async () => {
  await using cloud = await startCloud()
  const { compute, clock, used } = cloud
  const [image] = await compute.listImages()
  const made = await compute.createServer({ name: 'web-1', flavorId: 42, imageId: image?.id ?? '', networks: [] })
  expect(made).toMatchObject({ status: 'BUILD', attachments: [], flavor: { id: '42' }, metadata: { os: 'debian' } })
  expect([used('cyclades.vm'), used('cyclades.cpu'), used('cyclades.disk')]).toEqual([1, 2, 20 * 2 ** 30])
  const serverId = made.id
  await clock.runUntil(compute.waitServerUntil({ serverId }))

  await compute.shutdownServer({ serverId })
  expect(await compute.getServerDetails({ serverId })).toMatchObject({ status: 'ACTIVE', 'SNF:task_state': 'STOPPING' })
  await clock.runUntil(compute.waitServerUntil({ serverId, targetStatus: 'STOPPED' }))
  expect([used('cyclades.vm'), used('cyclades.cpu')]).toEqual([1, 0])

  await compute.resizeServer({ serverId, flavorId: 43 })
  expect(await caught(compute.startServer({ serverId }))).toMatchObject({ status: 400, code: 'badRequest' })
  await clock.runUntil(compute.waitServerUntil({ serverId, targetStatus: 'STOPPED' }))
  await compute.startServer({ serverId })
  const started = await clock.runUntil(compute.waitServerUntil({ serverId }))
  expect(started.flavor?.id).toBe('43')
  expect(used('cyclades.cpu')).toBe(4)

  await compute.deleteServer({ serverId })
  const gone = await clock.runUntil(compute.waitServerUntil({ serverId, targetStatus: 'DELETED' }))
  expect(gone.deleted).toBe(true)
  expect([used('cyclades.vm'), used('cyclades.cpu'), used('cyclades.disk')]).toEqual([0, 0, 0])
})

test('a quota that is used up is an error with the figures', async () => {
  await using cloud = await startCloud()
  const { compute } = cloud
  const [image] = await compute.listImages()
  const server = { name: 'a', flavorId: 1, imageId: image?.id ?? '', networks: [] }
  for (let made = 0; made < 4; made++) await compute.createServer(server)
  const error = await caught(compute.createServer(server))
  if (!isSynnefoApiError(error)) throw error
  expect(error).toMatchObject({ status: 413, faultName: 'overLimit', operation: 'createServer', retryable: false })
  expect(error.quota).toEqual({ resource: 'cyclades.vm', label: 'Virtual Machine', available: 0n, requested: 1n })
})

test('networks left out and none at all are two things', async () => {
  await using cloud = await startCloud()
  const { compute, clock } = cloud
  const [image] = await compute.listImages()
  const server = { name: 'a', flavorId: 1, imageId: image?.id ?? '' }
  const byDefault = await compute.createServer(server)
  const alone = await compute.createServer({ ...server, networks: [] })
  const addresses = async (serverId: string) =>
    (await clock.runUntil(compute.waitServerUntil({ serverId }))).attachments?.map(({ ipv4 }) => ipv4)
  expect(await addresses(byDefault.id)).toEqual(['203.0.113.2'])
  expect(await addresses(alone.id)).toEqual([])
  const bodies = await Promise.all(
    cloud.cloud.requests.filter(({ method }) => method === 'POST').map(({ body }) => body()),
  )
  const sent = bodies.map((bytes) => JSON.parse(new TextDecoder().decode(bytes) || '{}').server).filter(Boolean)
  expect(sent.map((body: object) => 'networks' in body)).toEqual([false, true])
})

test('files go in as text, as bytes or ready in base64, with permissions as numbers', async () => {
  await using cloud = await startCloud()
  const { compute } = cloud
  const [image] = await compute.listImages()
  cloud.cloud.clearRequests()
  await compute.createServer({
    name: 'a',
    flavorId: 1,
    imageId: image?.id ?? '',
    imageMetadata: false,
    userData: '#!/bin/sh\necho hé\n',
    personality: [
      { path: '/etc/motd', data: 'Καλημέρα' },
      { path: '/etc/key', data: new Uint8Array([0, 255, 128]), owner: 'root', mode: '0600' },
      { path: '/etc/ready', contents: 'aGk=', mode: 0o644 },
    ],
  })
  expect(cloud.cloud.requests).toHaveLength(1) // the image was not asked for
  const body = JSON.parse(new TextDecoder().decode(await cloud.cloud.requests[0]?.body()))
  expect(body.server.personality).toEqual([
    { path: '/etc/motd', contents: Buffer.from('Καλημέρα').toString('base64') },
    { path: '/etc/key', contents: 'AP+A', owner: 'root', mode: 384 },
    { path: '/etc/ready', contents: 'aGk=', mode: 420 },
  ])
  expect(Buffer.from(body.server.user_data, 'base64').toString()).toBe('#!/bin/sh\necho hé\n')
})

test('what can not be sent is refused before anything is', async () => {
  await using cloud = await startCloud()
  const { compute, network } = cloud
  const server = { name: 'a', flavorId: 1, imageId: 'x' }
  const bad: Promise<unknown>[] = [
    compute.createServer({ ...server, keyName: 'a', keyNames: ['b'] }),
    compute.createServer({ ...server, networks: { uuid: 1 } as never }),
    compute.createServer({ ...server, networks: [{}] as never }),
    compute.createServer({ ...server, name: undefined as never }),
    compute.createServer({ ...server, flavorId: undefined as never }),
    network.createPort({} as never),
    network.createSubnet({ networkId: 1 } as never),
    cloud.image.setMembers({ imageId: 'x' } as never),
    cloud.image.register({ location: '/a/b' } as never),
    cloud.image.register({ name: 'a' } as never),
    cloud.image.register({ name: 'a', location: '/a/b', properties: { 'a b': 'c' } }),
    compute.createServer({ ...server, personality: [{ path: '/a' }] as never }),
    compute.createServer({ ...server, personality: [{ path: '/a', data: 'x', mode: '0999' }] }),
    compute.getServerDetails({ serverId: '' }),
    compute.getServerDetails({} as never),
    compute.getServerConsole({ serverId: 1, consoleType: 'telnet' as never }),
    network.createPort({ networkId: 1, fixedIps: [{ ip_address: '' }] }),
    cloud.blockStorage.createVolume({ size: 1.5, displayName: 'x' }),
    compute.waitServerUntil({ serverId: 1, delayMs: -1 }),
  ]
  for (const work of bad) expect(isConfigurationError(await caught(work))).toBe(true)
  expect(cloud.cloud.requests).toHaveLength(0)
})

test('passwords and private keys can be read and are not printed', async () => {
  await using cloud = await startCloud()
  const { compute, clock } = cloud
  const [image] = await compute.listImages()
  const adminPass = 'Correct-Horse-1'
  const made = await compute.createServer({ name: 'a', flavorId: 1, imageId: image?.id ?? '', adminPass })
  expect(made.adminPass).toBe(adminPass)
  await clock.runUntil(compute.waitServerUntil({ serverId: made.id }))
  const screen = await compute.getServerConsole({ serverId: made.id })
  const pair = await compute.createKey({ keyName: 'laptop' })
  const remembered = await compute.getServerPassword({ serverId: made.id })
  const vnc = await compute.getVncConsole({ serverId: made.id })
  expect([remembered.password, screen.password, pair.private_key?.slice(0, 10)]).toEqual([
    adminPass,
    'one-time-secret',
    '-----BEGIN',
  ])
  const printed = inspect([made, screen, pair, remembered, vnc], { depth: 9 })
  for (const secret of [adminPass, 'one-time-secret', 'not-a-real-key', `one-time-${made.id}`]) {
    expect(printed).not.toContain(secret)
  }
  expect(printed).toContain('[redacted]')
  const error = await caught(compute.createServer({ name: 'a', flavorId: 999, imageId: image?.id ?? '', adminPass }))
  expect(inspect(error) + JSON.stringify(error)).not.toContain(adminPass)
  await compute.deleteServerPassword({ serverId: made.id })
  expect(await caught(compute.getServerPassword({ serverId: made.id }))).toMatchObject({ status: 404 })
})

test('a bad token, a wrong state and a missing thing have the statuses and faults of the service', async () => {
  await using cloud = await startCloud({ users: [{ email: 'ada@example.org' }, { email: 'bob@example.org' }] })
  const { compute, clock } = cloud
  const [image] = await compute.listImages()
  const { id: serverId } = await compute.createServer({ name: 'a', flavorId: 1, imageId: image?.id ?? '' })
  expect(await caught(compute.startServer({ serverId }))).toMatchObject({ status: 409, code: 'buildInProgress' })
  await clock.runUntil(compute.waitServerUntil({ serverId }))
  expect(await caught(compute.startServer({ serverId }))).toMatchObject({ status: 400, code: 'badRequest' })
  expect(await caught(compute.getServerDetails({ serverId: 1 }))).toMatchObject({ status: 404, code: 'itemNotFound' })
  expect(await caught(compute.getServerDetails({ serverId: 'abc' }))).toMatchObject({ status: 400 })
  expect(await caught(cloud.as('bob@example.org').compute.getServerDetails({ serverId }))).toMatchObject({
    status: 404,
  })
  expect(await caught(compute.rescueServer({ serverId }))).toMatchObject({ status: 404, code: 'featureNotEnabled' })
  expect(await caught(compute.changeAdminPassword({ serverId, newPassword: 'x' }))).toMatchObject({ status: 400 })
  cloud.cloud.user.token = 'another'
  const error = await caught(compute.listServers())
  expect(error).toMatchObject({ status: 401, code: 'unauthorized', description: 'Invalid token' })
})

test('changes-since: what changed, deleted things too; nothing is an empty list', async () => {
  await using cloud = await startCloud()
  const { compute, clock } = cloud
  const [image] = await compute.listImages()
  const { id: serverId } = await compute.createServer({
    name: 'a',
    flavorId: 1,
    imageId: image?.id ?? '',
    networks: [],
  })
  await clock.runUntil(compute.waitServerUntil({ serverId }))
  await clock.advance(60_000)
  const changesSince = new Date(clock.now() - 1_000).toISOString()
  expect(await compute.listServers({ changesSince })).toEqual([])
  expect(await compute.getServerNics({ serverId, changesSince })).toEqual({ addresses: {}, attachments: [] })
  await compute.deleteServer({ serverId })
  await clock.advance(500)
  expect(await compute.listServers({ changesSince, detail: true })).toMatchObject([{ id: serverId, deleted: true }])
  expect(await compute.listServers()).toEqual([])
  expect(await caught(compute.listServers({ changesSince: '2026-01-01' }))).toMatchObject({ status: 400 })
})

test('tags: added, pending and then active, absent ones told from absent servers', async () => {
  await using cloud = await startCloud()
  const { compute, clock } = cloud
  const [image] = await compute.listImages()
  const { id: serverId } = await compute.createServer({
    name: 'a',
    flavorId: 1,
    imageId: image?.id ?? '',
    networks: [],
  })
  await compute.addTag({ serverId, tag: 'blue' })
  await compute.addTag({ serverId, tag: 'blue' })
  expect(await compute.getTagStatus({ serverId, tag: 'blue' })).toBe('PENDADD')
  await clock.advance(500)
  expect(await compute.listTags({ serverId })).toEqual({ tags: ['blue'], statuses: ['ACTIVE'] })
  expect(await compute.checkTagExists({ serverId, tag: 'blue' })).toBe(true)
  expect(await compute.checkTagExists({ serverId, tag: 'red' })).toBe(false)
  expect(await caught(compute.checkTagExists({ serverId: 1, tag: 'red' }))).toMatchObject({ status: 404 })
  expect(await compute.replaceTags({ serverId, tags: ['green'] })).toMatchObject({ tags: ['green'] })
  await clock.advance(500)
  await compute.deleteTags({ serverId })
  expect(await caught(compute.deleteTags({ serverId }))).toMatchObject({ status: 404, rawBody: '' })
})

test('metadata: all, one key, merged, set and removed', async () => {
  await using cloud = await startCloud()
  const { compute } = cloud
  const [image] = await compute.listImages()
  const metadata = { os: 'mine', a: '1' }
  const { id: serverId } = await compute.createServer({ name: 'a', flavorId: 1, imageId: image?.id ?? '', metadata })
  expect(metadata).toEqual({ os: 'mine', a: '1' }) // not changed by us
  expect(await compute.getServerMetadata({ serverId })).toEqual({ os: 'mine', users: 'root', a: '1' })
  expect(await compute.updateServerMetadata({ serverId, metadata: { b: '2' } })).toMatchObject({ a: '1', b: '2' })
  expect(await compute.createServerMetadata({ serverId, key: 'a', val: '3' })).toEqual({ a: '3' })
  expect(await compute.getServerMetadata({ serverId, key: 'a' })).toEqual({ a: '3' })
  await compute.deleteServerMetadata({ serverId, key: 'a' })
  expect(await caught(compute.deleteServerMetadata({ serverId, key: 'a' }))).toMatchObject({ status: 404 })
  const imageId = image?.id ?? ''
  expect(await compute.createImageMetadata({ imageId, key: 'kernel', val: '6' })).toEqual({ kernel: '6' })
  expect(await compute.updateImageMetadata({ imageId, metadata: { users: 'root admin' } })).toMatchObject({
    kernel: '6',
  })
  await compute.deleteImageMetadata({ imageId, key: 'kernel' })
  expect(await compute.getImageMetadata({ imageId })).not.toHaveProperty('kernel')
})
