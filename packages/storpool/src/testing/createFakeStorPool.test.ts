import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStorPool, isUpDisk, type StorPool } from '../index.js'
import { createFakeStorPool, type FakeStorPool } from './createFakeStorPool.js'

let fake: FakeStorPool
let storpool: StorPool
beforeEach(async () => {
  fake = await createFakeStorPool({
    placementGroups: { ssd: [101, 201] },
    templates: [{ name: 'hybrid', placeAll: 'ssd', size: 4096 }],
    volumes: [{ name: 'db-01', size: 8192 }],
    locations: [{ id: 'l1', name: 'sofia' }],
    clusters: [{ id: 'c1', name: 'dc2', location: 'sofia', seeds: { volumes: [{ name: 'far', size: 512 }] } }],
    buckets: { b: { a: '1' } },
  })
  storpool = createStorPool({ url: fake.url, token: fake.token, retry: false, validation: 'strict' })
})
afterEach(() => fake.close())

const refused = (code: string) => ({ name: 'StorPoolApiError', code })
const names = async () => (await storpool.volumesList()).map(({ name }) => name)

test('every change makes the generation grow by one', async () => {
  const before = fake.generation
  const { generation } = await storpool.volumeCreate({ name: 'db-02', template: 'hybrid' })
  expect([generation, fake.generation]).toEqual([before + 1n, before + 1n])
  await storpool.volumesList()
  expect(fake.generation).toBe(before + 1n)
})

test('volumes take what their template gives, and are known by name and global id', async () => {
  const { globalId, name } = await storpool.volumeCreate({ template: 'hybrid' })
  expect(name).toBe(`~${globalId}`)
  const [volume] = await storpool.volumeList({ volumeName: `~${globalId}` })
  expect(volume).toMatchObject({ size: 4096, placeAll: 'ssd', templateName: 'hybrid', name: `~${globalId}` })
})

test('refuses names that are used, and things that do not exist', async () => {
  await expect(storpool.volumeCreate({ name: 'db-01', size: 512 })).rejects.toMatchObject(
    refused('objectAlreadyExists'),
  )
  await expect(storpool.volumeDelete({ volumeName: 'none' })).rejects.toMatchObject(refused('objectDoesNotExist'))
  const nowhere = storpool.volumeCreate({ name: 'x', size: 512, placeAll: 'none' })
  await expect(nowhere).rejects.toMatchObject(refused('objectDoesNotExist'))
  const shrunk = storpool.volumeUpdate({ volumeName: 'db-01', size: 4096 })
  await expect(shrunk).rejects.toMatchObject(refused('invalidArgument'))
  expect(await names()).toEqual(['db-01'])
})

test('a volume from a snapshot keeps it alive; it goes with its last child', async () => {
  await storpool.snapshotCreate({ volumeName: 'db-01', name: 'monday' })
  await storpool.volumeCreate({ name: 'clone', parent: 'monday' })
  await storpool.volumeRebase({ volumeName: 'db-01' })
  await storpool.snapshotDelete({ snapshotName: 'monday' })
  expect((await storpool.snapshotsList()).map(({ name, deleted }) => [name, deleted])).toEqual([['*monday', true]])
  await storpool.volumeDelete({ volumeName: 'clone' })
  expect(await storpool.snapshotsList()).toEqual([])
})

test('attachments take the lowest free position, all entries of a request or none', async () => {
  await storpool.snapshotCreate({ volumeName: 'db-01' })
  const [{ globalId = '' } = {}] = await storpool.snapshotsList()
  const reassign = [
    { volume: 'db-01', rw: [1] },
    { snapshot: `~${globalId}`, ro: [1] },
  ]
  const partly = storpool.volumesReassignWait({ reassign: [...reassign, { volume: 'none', rw: [1] }] })
  await expect(partly).rejects.toMatchObject(refused('objectDoesNotExist'))
  expect(await storpool.attachmentsList()).toEqual([])
  await storpool.volumesReassignWait({ reassign })
  expect((await storpool.attachmentsList()).map(({ pos, rights }) => [pos, rights])).toEqual([
    [0, 'rw'],
    [1, 'ro'],
  ])
  await expect(storpool.volumeDelete({ volumeName: 'db-01' })).rejects.toMatchObject(refused('objectInUse'))
})

test('a disk that is ejected is down until it is forgotten', async () => {
  await storpool.diskEject({ diskId: 101 })
  const disks = await storpool.disksList()
  expect([isUpDisk(disks['101']!), isUpDisk(disks['102']!)]).toEqual([false, true])
  await storpool.diskForget({ diskId: 101 })
  expect((await storpool.placementGroupDescribe({ placementGroupName: 'ssd' })).disks).toEqual([201])
})

test('buckets change only at the version asked for, and empty text deletes a key', async () => {
  const change = { bucketName: 'b', set: { a: '' }, runIfVersionIs: 1 }
  expect(await storpool.kvsTryUpdate(change)).toBe(true)
  expect(await storpool.kvsTryUpdate(change)).toBe(false)
  await expect(storpool.kvsUpdate(change)).rejects.toMatchObject(refused('runIfVersionIsMismatch'))
  expect(await storpool.kvsList({ bucketName: 'b' })).toEqual({ name: 'b', version: 2n, pairs: {} })
})

test('calls to another cluster act on it, calls to all tell where an entry comes from', async () => {
  await storpool.volumeCreate({ name: 'there', size: 512 }, { clusterName: 'dc2' })
  expect((await storpool.volumesList({ clusterName: 'dc2' })).map(({ name }) => name)).toEqual(['far', 'there'])
  const all = await storpool.volumesList({ multiCluster: true })
  expect(all.map(({ name, clusterName }) => [name, clusterName])).toEqual([
    ['db-01', undefined],
    ['far', 'dc2'],
    ['there', 'dc2'],
  ])
})

test.each([
  ['a null', '{"name":null}'],
  ['an unknown member', '{"name":"x","size":512,"colour":"red"}'],
  ['no JSON', '{'],
  ['nothing', ''],
  ['a size that is no multiple of 512', '{"name":"x","size":513}'],
])('refuses a body with %s, as the server does', async (_, body) => {
  const headers = { authorization: `Storpool v1:${fake.token}` }
  const response = await fetch(`${fake.url}/ctrl/1.0/VolumeCreate`, { method: 'POST', headers, body })
  expect([response.status, (await response.json()).error.name]).toEqual([400, 'invalidArgument'])
})

test('refuses a wrong token and an unknown path', async () => {
  const other = createStorPool({ url: fake.url, token: 'other', retry: false })
  await expect(other.volumesList()).rejects.toMatchObject({ status: 401 })
  const odd = storpool.call({ method: 'GET', path: ['NoSuchCall'] })
  await expect(odd).rejects.toMatchObject(refused('objectDoesNotExist'))
})

test('answers without a network', async () => {
  await using quiet = await createFakeStorPool({ listen: false, volumes: [{ name: 'a', size: 512 }] })
  const { url, token, fetch } = quiet
  expect(await createStorPool({ url, token, fetch }).volumesList()).toHaveLength(1)
})
