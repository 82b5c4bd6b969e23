import { createManualClock } from '@x/core-errors/testing'
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createCompute } from '@x/kamaki-cyclades'
import { createFakeCyclades } from '@x/kamaki-cyclades/testing'
import { createFakePithos } from '@x/kamaki-pithos/testing'
import { connectLinstor } from '@x/linstor'
import { createFakeLinstor } from '@x/linstor/testing'
import { createLxd } from '@x/lxd'
import { createFakeLxd } from '@x/lxd/testing'
import { createStorPool } from '@x/storpool'
import { createFakeStorPool } from '@x/storpool/testing'
import { expect, test } from 'vitest'

// #region test
test('a report is made although the cluster was busy', async () => {
  await using fake = await createFakeStorPool({ volumes: [{ name: 'db-01', size: 4096 }] })
  fake.failNext({ status: 503 })
  const storpool = createStorPool({ url: fake.url, token: fake.token, retry: { baseDelayMs: 1 } })

  const [volume] = await storpool.volumesList()

  expect(volume?.name).toBe('db-01')
  expect(fake.requests.map(({ path }) => path)).toEqual(['/ctrl/1.0/VolumesList', '/ctrl/1.0/VolumesList'])
})
// #endregion

test('every fake starts, and its client connects', async () => {
  // #region start
  await using linstor = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  await using storpool = await createFakeStorPool({ volumes: [{ name: 'db-01', size: 4096 }] })
  await using lxd = await createFakeLxd()
  await using cloud = await createFakeSynnefo({ services: [createFakeCyclades(), createFakePithos()] })
  // #endregion
  // #region connect
  await using linstorClient = await connectLinstor(linstor.uri)
  const storpoolClient = createStorPool({ url: storpool.url, token: storpool.token })
  await using lxdClient = createLxd(lxd.connection)
  const session = createSynnefoSession({ url: cloud.url, token: cloud.token })
  // #endregion
  expect((await linstorClient.nodeListRaise()).nodes.map(({ name }) => name)).toEqual(['alpha'])
  expect(await storpoolClient.volumesList()).toHaveLength(1)
  expect(await lxdClient.storagePools.all()).toHaveLength(1)
  expect(await session.user()).toMatchObject({ name: 'Ada Lovelace' })
})

test('faults wait for the requests that they strike', async () => {
  await using fake = await createFakeStorPool()
  // #region faults
  fake.failNext({ status: 503, headers: { 'retry-after': '1' } }) // refuses once
  fake.failNext({ drop: 'after', match: ({ method }) => method === 'POST' }) // does the work and loses the answer
  fake.failNext({ hang: true }) // never answers
  fake.failNext({ split: 1, times: 5 }) // sends five answers byte by byte
  fake.failNext({ garble: true }) // answers nonsense
  // #endregion
  expect(fake.pendingFaults).toBe(5)
})

test('a fake answers without a port', async () => {
  // #region fetch
  await using fake = await createFakeStorPool({ listen: false })
  const storpool = createStorPool({ url: fake.url, token: fake.token, fetch: fake.fetch })
  // #endregion
  expect(await storpool.volumesList()).toEqual([])
})

test('a clock that is moved by hand makes waits short', async () => {
  // #region clock
  const clock = createManualClock(Date.UTC(2026, 0, 1))
  await using cloud = await createFakeSynnefo({ services: [createFakeCyclades()], clock, listen: false })
  const session = createSynnefoSession({ url: cloud.url, token: cloud.token, fetch: cloud.fetch, clock })
  const compute = createCompute({ session })
  const [[flavor], [image]] = [await compute.listFlavors(), await compute.listImages()]
  const made = await compute.createServer({ name: 'web-1', flavorId: flavor!.id, imageId: image!.id })
  const server = await clock.runUntil(compute.waitServerUntil({ serverId: made.id })) // takes no time
  // #endregion
  expect(server.status).toBe('ACTIVE')
})
