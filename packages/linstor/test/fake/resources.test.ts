import { createManualClock } from '@x/core-errors/testing'
import { decodeReturnCode } from '@x/linstor-wire'
import { expect, test } from 'vitest'
import { createFakeLinstor } from '../../src/testing/index.js'
import { cluster } from './cluster.js'
import { openRawConnection } from './openRawConnection.js'

const inPool = (storPoolName: string) => [{ key: 'StorPoolName', value: storPoolName }]
const nameOf = (reply: unknown) => decodeReturnCode((reply as { retCode: bigint }).retCode).name
const webOn = (...nodes: string[]) => nodes.map((node) => ({ node, name: 'Web', storagePool: 'lvmpool' }))

test('names are compared without regard to case and displayed as they were given', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using connection = await openRawConnection(fake.uri)
  const rsc = { name: 'WEB', nodeName: 'ALPHA', props: inPool('LVMPOOL') }
  expect((await connection.call('CrtRsc', { rsc })).messages[0]).toMatchObject({
    message: "New resource 'Web' on node 'alpha' registered.",
  })
  expect((await connection.call('CrtRscDfn', { rscDfn: { rscName: 'wEB' } })).messages.map(nameOf)).toEqual([
    'FAIL_EXISTS_RSC_DFN',
  ])
  const filter = { nodeNames: ['AlPhA'], resourceNames: ['web'] }
  expect((await connection.call('LstRsc', filter)).messages).toMatchObject([
    { resources: [{ name: 'Web', nodeName: 'alpha' }] },
  ])
})

test('auto-place takes the thin pool and as many nodes as asked for, and counts what is there', async () => {
  await using fake = await createFakeLinstor({ ...cluster, resources: webOn('bravo') })
  await using connection = await openRawConnection(fake.uri)
  const place = (selectFilter: object) => connection.call('AutoPlaceRsc', { rscName: 'web', selectFilter })
  expect((await place({ placeCount: 1 })).messages.map(nameOf)).toEqual(['WARN_RSC_ALREADY_DEPLOYED'])
  expect((await place({ placeCount: 2 })).messages).toMatchObject([
    { details: "Used storage pool: 'thin'\nUsed nodes: 'alpha'" },
  ])
  expect((await place({ placeCount: 4 })).messages.map(nameOf)).toEqual(['FAIL_NOT_ENOUGH_NODES'])
  expect((await place({ placeCount: 0 })).messages.map(nameOf)).toEqual(['FAIL_INVLD_PLACE_COUNT'])
})

test.each([
  { filter: { replicasOnSame: ['Aux/room'] }, nodes: ['alpha', 'bravo'] },
  { filter: { replicasOnDifferent: ['Aux/room'] }, nodes: ['alpha', 'charlie'] },
  { filter: { replicasOnSame: ['Aux/room=two'] }, nodes: undefined },
  { filter: { notPlaceWithRscRegex: 'oth.*' }, nodes: ['bravo', 'charlie'] },
  { filter: { notPlaceWithRsc: ['OTHER'], storagePool: 'thin' }, nodes: undefined },
])('auto-place keeps to $filter', async ({ filter, nodes }) => {
  await using fake = await createFakeLinstor({
    ...cluster,
    resourceDefinitions: [...(cluster.resourceDefinitions ?? []), { name: 'other' }],
    resources: [{ node: 'alpha', name: 'other' }],
  })
  const options = { ...filter }
  await using connection = await openRawConnection(fake.uri)
  if (!('notPlaceWithRsc' in filter || 'notPlaceWithRscRegex' in filter)) {
    await connection.call('DelRscDfn', { rscName: 'other' })
  }
  const selectFilter = { placeCount: 2, storagePool: 'lvmpool', ...options }
  const { messages } = await connection.call('AutoPlaceRsc', { rscName: 'web', selectFilter })
  if (nodes === undefined) expect(messages.map(nameOf)).toEqual(['FAIL_NOT_ENOUGH_NODES'])
  else
    expect(fake.state.resources.map(({ name, nodeName }) => name === 'Web' && nodeName).filter(Boolean)).toEqual(nodes)
})

test('auto-place adds diskless replicas on the remaining nodes', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using connection = await openRawConnection(fake.uri)
  const selectFilter = { placeCount: 2 }
  await connection.call('AutoPlaceRsc', { rscName: 'web', selectFilter, disklessOnRemaining: true })
  expect(fake.state.resources.map(({ nodeName, rscFlags }) => [nodeName, rscFlags])).toEqual([
    ['alpha', []],
    ['bravo', []],
    ['charlie', ['DISKLESS']],
  ])
})

test('auto-place does not fill a pool beyond its size', async () => {
  await using fake = await createFakeLinstor({
    nodes: [{ name: 'alpha', storage: { vg: 100_000 } }],
    storagePools: [{ node: 'alpha', name: 'lvmpool', source: 'vg' }],
    resourceDefinitions: ['one', 'two'].map((name) => ({ name, volumes: [{ sizeKib: 65_536 }] })),
  })
  await using connection = await openRawConnection(fake.uri)
  const place = (rscName: string) => connection.call('AutoPlaceRsc', { rscName, selectFilter: { placeCount: 1 } })
  expect((await place('one')).messages.map(nameOf)).toEqual(['CREATED'])
  expect((await connection.call('LstStorPool', {})).messages).toMatchObject([
    { storPools: [{ freeSpace: { freeCapacity: 100_000n - 69_632n, totalCapacity: 100_000n } }] },
  ])
  expect((await place('two')).messages.map(nameOf)).toEqual(['FAIL_NOT_ENOUGH_NODES'])
})

test('volume numbers, minors, ports and node ids take the lowest that is free, 0 included', async () => {
  await using fake = await createFakeLinstor({ ...cluster, resources: webOn('alpha', 'bravo') })
  await using connection = await openRawConnection(fake.uri)
  await connection.call('CrtVlmDfn', { rscName: 'web', vlmDfns: [{ vlmSize: 4n }, { vlmSize: 4n, vlmNr: 7 }] })
  await connection.call('DelRsc', { nodeName: 'alpha', rscName: 'web' })
  await connection.call('CrtRsc', { rsc: { name: 'web', nodeName: 'charlie', props: inPool('lvmpool') } })
  await connection.call('CrtRscDfn', { rscDfn: { rscName: 'db' } })
  const { resourceDefinitions, resources } = fake.state
  expect(resourceDefinitions.map(({ rscName, rscDfnPort }) => [rscName, rscDfnPort])).toEqual([
    ['db', 7_001],
    ['Web', 7_000],
  ])
  expect(resourceDefinitions[1]?.vlmDfns.map(({ vlmNr, vlmMinor }) => [vlmNr, vlmMinor])).toEqual([
    [0, 1_000],
    [1, 1_001],
    [7, 1_002],
  ])
  expect(resources.map(({ nodeName, nodeId, vlms }) => [nodeName, nodeId, vlms.length])).toEqual([
    ['bravo', 1, 3],
    ['charlie', 0, 3],
  ])
})

test('a refused call changes nothing', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using connection = await openRawConnection(fake.uri)
  const before = fake.state
  const calls: [string, object][] = [
    ['CrtVlmDfn', { rscName: 'web', vlmDfns: [{ vlmSize: 4n }, { vlmSize: 1n }] }],
    ['CrtVlmDfn', { rscName: 'web', vlmDfns: [{ vlmSize: 4n, vlmNr: 70_000 }] }],
    ['ModVlmDfn', { rscName: 'web', vlmNr: 0, vlmSize: 2n ** 41n }],
    ['ModNode', { nodeName: 'alpha', nodeType: 'Submarine', overrideProps: [{ key: 'Aux/some-key', value: '1' }] }],
    [
      'ModNode',
      {
        nodeName: 'alpha',
        overrideProps: [
          { key: 'Aux/some-key', value: '1' },
          { key: 'Nope', value: '' },
        ],
      },
    ],
    ['CrtRsc', { rsc: { name: 'web', nodeName: 'alpha' } }],
    ['CrtRsc', { rsc: { name: 'web', nodeName: 'nobody' } }],
    ['ModRscDfn', { rscName: 'web', rscDfnPort: 70_000 }],
    ['ModRscDfn', { rscName: 'web', rscDfnUuid: '00000000-0000-0000-0000-000000000000' }],
    ['CrtStorPool', { storPool: { nodeName: 'alpha', storPoolName: 'fresh', driver: 'FloppyDriver' } }],
    ['CrtSnapshot', { snapshotDfn: { rscName: 'nothing', snapshotName: 'snap' } }],
  ]
  for (const [name, message] of calls) {
    const { messages } = await connection.call(name, message)
    expect(messages.map(nameOf)).toEqual([expect.stringMatching(/^FAIL_/)])
  }
  expect(fake.state).toEqual(before)
})

test('a resource that its satellite never makes holds the call open, and the satellite finishes it later', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using connection = await openRawConnection(fake.uri)
  fake.setSatellite('alpha', 'stalled')
  const id = connection.send('CrtRsc', { rsc: { name: 'web', nodeName: 'alpha', props: inPool('lvmpool') } })
  await connection.call('Ping')
  expect(connection.answers(id).contents).toEqual(['Reply', 'EndOfImmediateAnswers'])
  expect(fake.state.resourceStates).toEqual([])
  fake.setSatellite('alpha', 'online')
  await connection.until(() => connection.answers(id).contents.includes('COMPLETE'))
  expect(fake.state.resourceStates).toMatchObject([{ vlmStates: [{ diskState: 'UpToDate' }] }])
})

test('satellites take as long as they are told to, by the clock they are given', async () => {
  const clock = createManualClock()
  await using fake = await createFakeLinstor({ ...cluster, clock, deployMs: 5_000 })
  await using connection = await openRawConnection(fake.uri)
  const id = connection.send('LstStorPool', {})
  await connection.call('Ping')
  await clock.advance(4_999)
  await connection.call('Ping')
  expect(connection.answers(id).contents).toEqual(['EndOfImmediateAnswers'])
  await clock.advance(1)
  await connection.until(() => connection.answers(id).contents.includes('COMPLETE'))
})

test('what an offline satellite was to do waits for it', async () => {
  await using fake = await createFakeLinstor({ ...cluster, resources: webOn('alpha', 'bravo') })
  await using connection = await openRawConnection(fake.uri)
  fake.setSatellite('bravo', 'offline')
  await connection.call('DelRscDfn', { rscName: 'web' })
  await connection.call('Ping')
  expect(fake.state.resources).toMatchObject([{ nodeName: 'bravo', rscFlags: ['DELETE'] }])
  expect(fake.state.resourceDefinitions).toMatchObject([{ rscDfnFlags: ['DELETE'] }])
  fake.setSatellite('bravo', 'online')
  await connection.call('Ping')
  await connection.call('Ping')
  expect(fake.state.resourceDefinitions).toEqual([])
})

test('a node goes with its last resource', async () => {
  await using fake = await createFakeLinstor({ ...cluster, resources: webOn('alpha') })
  await using connection = await openRawConnection(fake.uri)
  expect((await connection.call('DelNode', { nodeName: 'alpha' })).messages).toMatchObject([
    { message: "Node 'alpha' marked for deletion." },
  ])
  await connection.call('Ping')
  expect(fake.state.nodes.map(({ name }) => name)).toEqual(['bravo', 'charlie'])
  expect(fake.state.resources).toEqual([])
})

test('a disk can be added and removed', async () => {
  await using fake = await createFakeLinstor({
    ...cluster,
    resources: [...webOn('alpha'), { node: 'charlie', name: 'web', diskless: true }],
  })
  await using connection = await openRawConnection(fake.uri)
  const toggle = (nodeName: string, diskless: boolean) =>
    connection.call('ToggleDisk', {
      nodeName,
      rscName: 'web',
      diskless,
      storPoolName: diskless ? undefined : 'lvmpool',
    })
  expect((await toggle('alpha', true)).messages.map(nameOf)).toEqual(['FAIL_INSUFFICIENT_REPLICA_COUNT'])
  await toggle('charlie', false)
  expect(fake.state.resources[1]).toMatchObject({ rscFlags: [], vlms: [{ storPoolName: 'lvmpool' }] })
  expect((await toggle('charlie', false)).messages.map(nameOf)).toEqual(['WARN_RSC_ALREADY_HAS_DISK'])
  await toggle('alpha', true)
  expect(fake.state.resources[0]).toMatchObject({ rscFlags: ['DISKLESS'], vlms: [{ backingDisk: 'none' }] })
})

test('a resource that is in use is not deleted', async () => {
  await using fake = await createFakeLinstor({ ...cluster, resources: webOn('alpha') })
  await using connection = await openRawConnection(fake.uri)
  fake.setInUse('alpha', 'web', true)
  expect((await connection.call('DelRsc', { nodeName: 'alpha', rscName: 'web' })).messages.map(nameOf)).toEqual([
    'FAIL_IN_USE',
  ])
  expect((await connection.call('LstRsc', {})).messages).toMatchObject([{ resourceStates: [{ inUse: true }] }])
})
