import { isConfigurationError } from '@x/core-errors'
import { expect, test } from 'vitest'
import {
  createLinstor,
  isLinstorApiError,
  openResource,
  resourcesWithStates,
  storagePoolTraits,
  Volume,
} from '../src/index.js'
import { createFakeLinstor } from '../src/testing/index.js'

const cluster = {
  apiVersion: 3 as const,
  nodes: [{ name: 'alpha' }, { name: 'bravo' }, { name: 'charlie' }],
  storagePools: ['alpha', 'bravo', 'charlie'].map((node) => ({
    node,
    name: 'thin',
    driver: 'LvmThinDriver',
    source: 'vg/pool',
  })),
}

async function start() {
  const fake = await createFakeLinstor(cluster)
  const linstor = createLinstor({ uri: fake.uri, retry: false })
  return {
    fake,
    linstor,
    async [Symbol.asyncDispose]() {
      await linstor.close()
      await fake.close()
    },
  }
}

test('defines, places, grows, moves and removes a resource', async () => {
  await using context = await start()
  const { fake, linstor } = context
  const web = await openResource(linstor, { name: 'web' })
  expect([web.defined, web.volumes.size]).toEqual([false, 0])
  web.port = 7777
  web.placement.storagePool = 'thin'
  web.setVolume(0, new Volume('10 MiB'))
  await web.setAllowTwoPrimaries(true)
  await web.autoplace()
  expect(fake.requests.filter(({ call }) => !call.startsWith('Lst')).map(({ call }) => call)).toEqual([
    'CrtRscDfn',
    'ModRscDfn',
    'CrtVlmDfn',
    'AutoPlaceRsc',
  ])
  expect([web.defined, web.port, web.allowTwoPrimaries, web.diskfulNodes().length]).toEqual([true, 7777, true, 2])
  const volume = web.volumes.get(0)
  expect(volume).toMatchObject({ defined: true, size: 10_485_760n, storagePoolName: 'thin' })
  expect(volume?.devicePath).toBe(`/dev/drbd${volume?.minor}`)
  expect(await web.isThin()).toBe(true)

  await volume?.setSize('10241 KiB')
  await web.refresh()
  expect(web.volumes.get(0)?.size).toBe(10_241n * 1024n)
  await web.volumes.get(0)?.setSize(10_241n * 1024n + 1n)
  expect(web.volumes.get(0)?.size).toBe(10_242n * 1024n)
  await web.refresh()
  expect(web.volumes.get(0)?.size).toBe(10_242n * 1024n)
  await expect(web.volumes.get(0)?.setSize('1 MiB')).rejects.toSatisfy(isConfigurationError)

  const [free = ''] = ['alpha', 'bravo', 'charlie'].filter((name) => !web.isAssigned(name))
  await web.activate(free)
  expect([web.isDiskless(free), web.disklessNodes()]).toEqual([true, [free]])
  await web.activate(free)
  await web.diskful(free)
  expect(web.isDiskful(free)).toBe(true)
  await web.diskful(free)
  await web.diskless(free)
  await web.deactivate(free)
  expect(web.isAssigned(free)).toBe(false)
  const [first = ''] = web.diskfulNodes()
  await web.deactivate(first)
  expect(web.isDiskful(first)).toBe(true)
  await web.delete(first)
  expect(web.diskfulNodes()).toHaveLength(1)
  await web.delete('nowhere')
  await web.delete()
  expect([web.defined, fake.state.resourceDefinitions]).toEqual([false, []])
})

test('volumes come before anything is deployed, also on a resource that exists', async () => {
  await using context = await start()
  const { fake, linstor } = context
  const web = await openResource(linstor, { name: 'web' })
  web.placement.storagePool = 'thin'
  await web.diskful('alpha')
  const later = new Volume(5_000)
  later.minor = 1234
  web.setVolume(7, later)
  fake.clearRequests()
  await web.diskful('bravo')
  expect(fake.requests.map(({ call }) => call).slice(0, 2)).toEqual(['CrtVlmDfn', 'CrtRsc'])
  expect(fake.requests[0]?.message).toMatchObject({ vlmDfns: [{ vlmNr: 7, vlmSize: 5n, vlmMinor: 1234 }] })
  expect(web.volumes.get(7)?.minor).toBe(1234)
  await web.deleteVolume(7)
  expect(web.volumes.size).toBe(0)
})

test('refuses what can not be changed any more', async () => {
  await using context = await start()
  const web = await openResource(context.linstor, { name: 'web' })
  web.placement.storagePool = 'thin'
  web.setVolume(0, new Volume('4 MiB'))
  web.setVolume(0, new Volume('5 MiB'))
  await web.volumes.get(0)?.setSize('6 MiB')
  await web.diskful('alpha')
  expect(() => {
    web.port = 1
  }).toThrow(expect.toSatisfy(isConfigurationError))
  expect(() => web.setVolume(0, new Volume('1 GiB'))).toThrow('exists')
  const volume = web.volumes.get(0) as Volume
  expect(() => {
    volume.minor = 1
  }).toThrow('minor')
  expect(volume.size).toBe(6n * 1024n * 1024n)
  expect(() => new Volume('much')).toThrow(expect.toSatisfy(isConfigurationError))
})

test('what was refused can be tried again without beginning anew', async () => {
  await using context = await start()
  const web = await openResource(context.linstor, { name: 'web' })
  web.setVolume(0, new Volume('10 MiB'))
  web.placement.redundancy = 4
  await expect(web.autoplace()).rejects.toSatisfy(isLinstorApiError)
  expect([web.defined, web.volumes.get(0)?.defined, web.diskfulNodes()]).toEqual([true, true, []])
  web.placement.redundancy = 3
  await web.autoplace()
  expect(web.diskfulNodes()).toHaveLength(3)
})

test('growing a volume can be aborted', async () => {
  await using context = await start()
  const web = await openResource(context.linstor, { name: 'web' })
  web.setVolume(0, new Volume('10 MiB'))
  web.placement.storagePool = 'thin'
  await web.diskful('alpha')
  const reason = { mine: true }
  await expect(web.volumes.get(0)?.setSize('20 MiB', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  expect(web.volumes.get(0)?.size).toBe(10_485_760n)
})

test('takes snapshots, goes back to them, and makes other resources of them', async () => {
  await using context = await start()
  const { fake, linstor } = context
  const web = await openResource(linstor, { name: 'web' })
  web.placement.storagePool = 'thin'
  web.setVolume(0, new Volume('10 MiB'))
  await web.autoplace()
  await web.snapshotCreate('snap1')
  const copy = await web.restoreFromSnapshot('snap1', 'copy')
  expect([copy.name, copy.defined, copy.volumes.get(0)?.size]).toEqual(['copy', true, 10_485_760n])
  expect(copy.diskfulNodes()).toEqual(web.diskfulNodes())
  await web.snapshotRollback('snap1')
  await web.snapshotDelete('snap1')
  expect(fake.state.snapshots).toEqual([])
  await web.snapshotDelete('absent') // a warning, which is no error
  await expect(web.snapshotRollback('absent')).rejects.toSatisfy(isLinstorApiError)
})

test('resourceCreateAndAutoPlace makes all of a resource at once', async () => {
  await using context = await start()
  const { linstor } = context
  const replies = await linstor.resourceCreateAndAutoPlace({
    rscName: 'web',
    size: 10_240,
    placeCount: 2,
    storagePool: 'thin',
  })
  expect(replies.every(({ returnCode }) => returnCode.severity === 'success')).toBe(true)
  const [answer] = await linstor.resourceList({ filterByResources: ['web'] })
  expect(answer?.kind === 'list' && resourcesWithStates(answer.list)).toMatchObject([
    { resource: { name: 'web' }, state: { rscName: 'web' } },
    { resource: { name: 'web' }, state: { rscName: 'web' } },
  ])
})

test('resourceDeleteIfDiskless says what it did not do, and passes refusals on', async () => {
  await using context = await start()
  const { fake, linstor } = context
  const at = { nodeName: 'alpha', rscName: 'web' }
  expect(await linstor.resourceDeleteIfDiskless(at)).toMatchObject([
    { retCode: 0n, message: "There is no resource 'web' on node 'alpha'." },
  ])
  fake.failNext({ call: 'LstRsc', reply: { retCode: 0xc000000000000001n, message: 'no' } })
  expect(await linstor.resourceDeleteIfDiskless(at)).toMatchObject([{ message: 'no' }])
  await linstor.resourceDfnCreate({ name: 'web' })
  await linstor.resourceCreate({ ...at, diskless: true })
  expect((await linstor.resourceDeleteIfDiskless(at))[0]?.message).toContain('marked for deletion')
})

test('a snapshot of a controller that does not wait is waited for with events', async () => {
  await using fake = await createFakeLinstor({ ...cluster, apiVersion: 2 })
  await using linstor = createLinstor({ uri: fake.uri })
  await linstor.resourceCreateAndAutoPlace({ rscName: 'web', size: 10_240, placeCount: 2, storagePool: 'thin' })
  fake.clearRequests()
  const replies = await linstor.snapshotCreate({ rscName: 'web', snapshotName: 'snap1' })
  expect(replies.map(({ message }) => message)).toEqual([
    expect.stringContaining('registered'),
    expect.stringContaining('successfully taken'),
  ])
  expect(fake.requests.map(({ call }) => call)).toEqual(['CrtWatch', 'CrtSnapshot', 'DelWatch'])
})

test('the traits of a storage pool tell what it can do', async () => {
  await using context = await start()
  const { linstor } = context
  await linstor.storagePoolCreate({ nodeName: 'alpha', storagePoolName: 'none', storageDriver: 'DisklessDriver' })
  await linstor.storagePoolCreate({
    nodeName: 'alpha',
    storagePoolName: 'fat',
    storageDriver: 'LvmDriver',
    driverPoolName: 'vg',
  })
  const { storPools } = await linstor.storagePoolListRaise({ filterByNodes: ['alpha'] })
  const traits = Object.fromEntries(storPools.map((pool) => [pool.storPoolName, storagePoolTraits(pool)]))
  expect(traits['thin']).toEqual({ thin: true, fat: false, diskless: false, supportsSnapshots: true })
  expect(traits['fat']).toMatchObject({ thin: false, fat: true, supportsSnapshots: false })
  expect(traits['none']).toMatchObject({ diskless: true })
})
