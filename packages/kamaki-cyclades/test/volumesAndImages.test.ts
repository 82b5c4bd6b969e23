import { expect, test } from 'vitest'
import { formatImageLocation, parseImageLocation } from '../src/index.js'
import { caught, startCloud } from './startCloud.js'

test('volumes: made, renamed, described, moved between servers, deleted', async () => {
  await using cloud = await startCloud()
  const { compute, blockStorage, clock } = cloud
  const [image] = await compute.listImages()
  const servers = await Promise.all(
    ['a', 'b'].map((name) => compute.createServer({ name, flavorId: 42, imageId: image?.id ?? '', networks: [] })),
  )
  await clock.runUntil(Promise.all(servers.map(({ id }) => compute.waitServerUntil({ serverId: id }))))
  const [first = '', second = ''] = servers.map(({ id }) => id)
  const { id: volumeId } = await blockStorage.createVolume({ size: '20', displayName: 'USB stick', serverId: first })
  await clock.runUntil(blockStorage.waitVolumeUntil({ volumeId }))
  expect(await compute.listVolumeAttachments({ serverId: first })).toMatchObject([{}, { volumeId, serverId: first }])
  const [root] = await compute.listVolumeAttachments({ serverId: first })
  const detachRoot = compute.detachVolume({ serverId: first, volumeId: root?.volumeId ?? '' })
  expect(await caught(detachRoot)).toMatchObject({ status: 409 })
  expect(await compute.detachVolume({ serverId: second, volumeId })).toEqual([])
  expect(await compute.detachVolume({ serverId: first, volumeId })).toMatchObject([{ volumeId }])
  expect(await caught(compute.attachVolume({ serverId: second, volumeId }))).toMatchObject({ status: 400 })
  await clock.runUntil(blockStorage.waitVolumeUntil({ volumeId, targetStatus: 'available' }))
  await compute.attachVolume({ serverId: second, volumeId })
  await clock.runUntil(blockStorage.waitVolumeUntil({ volumeId }))
  expect(await compute.getVolumeAttachment({ serverId: second, attachmentId: volumeId })).toMatchObject({ volumeId })
  expect(await blockStorage.updateVolume({ volumeId, displayName: 'stick' })).toMatchObject({ display_name: 'stick' })
  expect(await blockStorage.updateVolume({ volumeId })).toMatchObject({ display_name: 'stick', volume_type: '2' })
  const refused = blockStorage.updateVolume({ volumeId, deleteOnTermination: false })
  expect(await caught(refused)).toMatchObject({ status: 501 })
  expect(await blockStorage.updateVolumeMetadata({ volumeId, metadata: { a: '1' } })).toEqual({ a: '1' })
  expect(await blockStorage.replaceVolumeMetadata({ volumeId, metadata: { b: '2' } })).toEqual({ b: '2' })
  await blockStorage.deleteVolumeMetadata({ volumeId, key: 'b' })
  expect(await blockStorage.getVolumeMetadata({ volumeId })).toEqual({})
  expect((await blockStorage.listVolumes({ detail: true })).map(({ size }) => size)).toEqual([20, 20, 20])
  expect(await blockStorage.listVolumeTypes()).toMatchObject([{ id: '1' }, { id: '2', 'SNF:detachable': true }])
  expect(await blockStorage.getVolumeTypeDetails({ typeId: 2 })).toMatchObject({ name: 'ext_archipelago' })
})

test('snapshots: made, renamed, described, a source of volumes, deleted', async () => {
  await using cloud = await startCloud()
  const { compute, blockStorage, clock } = cloud
  const [image] = await compute.listImages()
  const { id: serverId } = await compute.createServer({
    name: 'a',
    flavorId: 42,
    imageId: image?.id ?? '',
    networks: [],
  })
  const server = await clock.runUntil(compute.waitServerUntil({ serverId }))
  const volumeId = server.volumes?.[0] ?? ''
  const { id: snapshotId } = await blockStorage.createSnapshot({ volumeId, displayName: 'nightly' })
  await clock.runUntil(blockStorage.waitSnapshotUntil({ snapshotId }))
  expect(await blockStorage.listSnapshots()).toMatchObject([{ display_name: 'nightly', volume_id: volumeId }])
  expect(await blockStorage.updateSnapshot({ snapshotId, displayName: 'weekly' })).toMatchObject({
    display_name: 'weekly',
  })
  expect(await blockStorage.updateSnapshot({ snapshotId })).toMatchObject({ display_name: 'weekly' })
  await blockStorage.updateSnapshotMetadata({ snapshotId, metadata: { a: '1', b: '2' } })
  await blockStorage.deleteSnapshotMetadata({ snapshotId, key: 'b' })
  expect(await blockStorage.getSnapshotMetadata({ snapshotId })).toEqual({ a: '1' })
  expect(await blockStorage.replaceSnapshotMetadata({ snapshotId, metadata: {} })).toEqual({})
  const tooSmall = blockStorage.createVolume({ size: 1, displayName: 's', snapshotId, volumeType: 2 })
  expect(await caught(tooSmall)).toMatchObject({ status: 400 })
  const copy = await blockStorage.createVolume({ size: 20, displayName: 's', snapshotId, volumeType: 2 })
  expect(await blockStorage.getVolumeDetails({ volumeId: copy.id })).toMatchObject({ snapshot_id: snapshotId })
  await blockStorage.deleteSnapshot({ snapshotId })
  expect(await caught(blockStorage.getSnapshotDetails({ snapshotId }))).toMatchObject({ status: 404 })
})

test('images: registered from a meta file, listed, changed, shared, unregistered', async () => {
  await using cloud = await startCloud({ users: [{ email: 'ada@example.org' }, { email: 'bob@example.org' }] })
  const { image } = cloud
  const { id: owner } = cloud.cloud.user
  const made = await image.register({
    name: 'Debian Ελλάς',
    location: '/images/my image.diskdump',
    params: { 'disk-format': 'extdump', 'is-public': 'False', size: '123', owner: 'x', 'created-at': '2024' },
    properties: { OS: 'debian', root_partition: '1', users: 'root ada' },
  })
  expect(made).toMatchObject({
    name: 'Debian Ελλάς',
    owner,
    location: `pithos://${owner}/images/my image.diskdump`,
    disk_format: 'extdump',
    is_public: false,
    size: 2 ** 30,
    properties: { os: 'debian', root_partition: '1', users: 'root ada' },
  })
  const imageId = made.id
  const listed = (await image.listPublic({ detail: true, order: '-name' })).find(({ id }) => id === imageId)
  expect(await image.getMeta({ imageId })).toEqual(listed)
  expect(Object.keys((await image.listPublic())[0] ?? {})).toEqual(
    expect.arrayContaining(['id', 'name', 'status', 'size', 'disk_format', 'container_format']),
  )
  const changed = await image.updateImage({ imageId, name: 'Mine', public: true, properties: { users: 'root' } })
  expect(changed).toMatchObject({ name: 'Mine', is_public: true, properties: { os: 'debian', users: 'root' } })
  await image.updateImage({ imageId, public: false })

  const bob = [...cloud.cloud.cloud.users.values()].find(({ email }) => email === 'bob@example.org')?.id ?? ''
  const asBob = cloud.as('bob@example.org').image
  expect(await caught(asBob.getMeta({ imageId }))).toMatchObject({ status: 404 })
  await image.addMember({ imageId, member: bob })
  expect(await image.listMembers({ imageId })).toEqual([{ member_id: bob, can_share: false }])
  expect(await asBob.listShared({ member: owner })).toEqual([{ image_id: imageId, can_share: false }])
  expect(await caught(asBob.unregister({ imageId }))).toMatchObject({ status: 403 })
  await image.removeMember({ imageId, member: bob })
  await image.setMembers({ imageId, members: [bob] })
  expect(await image.listMembers({ imageId })).toHaveLength(1)
  await image.unregister({ imageId })
  expect(await caught(image.getMeta({ imageId }))).toMatchObject({ status: 404 })
})

test('locations of images are read and written', () => {
  const location = { account: '5f0c', container: 'my images', path: 'a/b c/ü?.diskdump' }
  const text = 'pithos://5f0c/my%20images/a/b%20c/%C3%BC%3F.diskdump'
  expect(formatImageLocation(location)).toBe(text)
  expect(parseImageLocation(text)).toEqual(location)
  expect(parseImageLocation('/images/50%.diskdump', '5f0c')).toEqual({
    account: '5f0c',
    container: 'images',
    path: '50%.diskdump',
  })
  for (const bad of ['', 'pithos://', 'pithos://a/b', 'http://a/b/c', '/images', '/images/x']) {
    expect(() => parseImageLocation(bad)).toThrow(/pithos:\/\/account/)
  }
  expect(() => formatImageLocation({ ...location, container: 'a/b' })).toThrow('container')
})
