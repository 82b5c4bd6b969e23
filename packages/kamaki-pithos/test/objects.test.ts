import { expect, test, vi } from 'vitest'
import { randomBytes } from './support/randomBytes.js'
import { useClouds } from './support/useClouds.js'

// Some hundred requests each, on a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 })

const start = useClouds()
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

test('names reach the server exactly as they are, and values are decoded exactly once', async () => {
  const { pithos } = await start()
  const names = ['a//b', '/front', 'dir/', 'q?x=1#y', '100%41', 'κλ μ', 'a+b&c', '...']
  for (const obj of names)
    await pithos.upload({ obj, source: randomBytes(5), metadata: { note: `%41 ${encodeURI(obj)}` } })
  const listed = (await pithos.listObjects().all()).map(({ name }) => name)
  expect(listed.sort()).toEqual([...names].sort())
  for (const obj of names) {
    expect((await pithos.getObjectInfo({ obj })).meta).toEqual({ note: `%41 ${encodeURI(obj)}` })
  }
  const lost = pithos.setObjectMeta({ obj: '...', metapairs: { note: 'a~b' } })
  await expect(lost).rejects.toThrow(/the server drops every ~/)
  for (const obj of ['.', 'a/..', '../b']) {
    await expect(pithos.getObjectInfo({ obj })).rejects.toMatchObject({ kind: 'configuration' })
  }
})

test('every listing ends, whatever the server does with the marker', async () => {
  const { pithos, cloud, clientOf } = await start({ listingLimit: 3 })
  const bob = cloud.addUser({ email: 'bob@example.org' })
  const theirs = clientOf(bob.token)
  for (let index = 0; index < 8; index++) {
    const obj = `${index % 2 === 0 ? 'even/' : 'odd/'}${index}`
    await pithos.upload({ obj, source: randomBytes(3, index) })
    if (index < 6) await pithos.setObjectSharing({ obj, readPermission: [bob.id] })
    if (index < 4) await pithos.publishObject({ obj })
  }
  for (let index = 0; index < 7; index++) await pithos.createContainer({ container: `c${index}` })
  const account = cloud.user.id
  const counts = async (listing: AsyncIterable<unknown>) => {
    let count = 0
    for await (const _ of listing) if (++count > 99) throw new Error('it goes round and round')
    return count
  }
  expect(await counts(pithos.listObjects({ limit: 3 }))).toBe(8)
  expect(await counts(pithos.listObjects({ limit: 3, showOnlyShared: true }))).toBe(6)
  expect(await counts(pithos.listObjects({ limit: 1, delimiter: '/' }))).toBe(2)
  expect(await counts(pithos.listContainers())).toBe(8)
  expect(await counts(pithos.listObjectsInPath({ pathPrefix: 'even' }))).toBeGreaterThan(0)
  expect(await counts(theirs.listContainers({ account }))).toBeGreaterThan(0)
  expect(await counts(theirs.listObjects({ account, limit: 3 }))).toBe(6)
  expect(await counts(theirs.getSharingAccounts({ limit: 1 }))).toBe(1)
  expect(await counts(pithos.listObjects({ public: true }))).toBeGreaterThan(0)
  // Only what is asked for is fetched.
  cloud.clearRequests()
  for await (const page of pithos.listObjects({ limit: 3 }).pages()) {
    expect(page).toHaveLength(3)
    break
  }
  expect(cloud.requests).toHaveLength(1)
})

test('an old version comes back with its type, also after the object was deleted', async () => {
  const { pithos } = await start()
  const { version = '' } = await pithos.upload({
    obj: 'x',
    source: new Blob(['old'], { type: 'text/plain' }),
    metadata: { a: '1' },
  })
  await pithos.upload({ obj: 'x', source: new Blob(['new'], { type: 'text/html' }) })
  await pithos.restoreObject({ obj: 'x', version })
  expect(await pithos.getObjectInfo({ obj: 'x' })).toMatchObject({ contentType: 'text/plain', meta: { a: '1' } })
  await pithos.deleteObject({ obj: 'x' })
  await pithos.restoreObject({ obj: 'x', version })
  expect(text(await pithos.downloadToString({ obj: 'x' }))).toBe('old')
  expect((await pithos.getObjectInfo({ obj: 'x' })).contentType).toBe('text/plain')
  expect(await pithos.getObjectVersionlist({ obj: 'x' })).toHaveLength(4)
})

test('objects grow, shrink and change in the middle', async () => {
  const { pithos } = await start({ blockSize: 4 })
  const bytes = (value: string) => new TextEncoder().encode(value)
  await pithos.upload({ obj: 'x', source: bytes('0123456789'), contentType: 'text/plain' })
  await pithos.appendObject({ obj: 'x', sourceFile: bytes('abcdefghij') })
  await pithos.overwriteObject({ obj: 'x', start: 2, end: 8, sourceFile: bytes('-------') })
  await pithos.truncateObject({ obj: 'x', uptoBytes: 12 })
  expect(text(await pithos.downloadToString({ obj: 'x' }))).toBe('01-------9ab')
  expect((await pithos.getObjectInfo({ obj: 'x' })).contentType).toBe('text/plain')
})

test('purging forgets the history and keeps the container with what is in it', async () => {
  const { pithos } = await start()
  await pithos.upload({ obj: 'x', source: new Blob(['old']) })
  await pithos.upload({ obj: 'x', source: new Blob(['new']) })
  await pithos.purgeContainer()
  expect((await pithos.getContainerInfo()).objectCount).toBeLessThanOrEqual(1)
})
