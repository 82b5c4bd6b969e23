import { decodeReturnCode } from '@x/linstor-wire'
import { expect, test } from 'vitest'
import { createFakeLinstor, type FakeLinstorOptions } from '../../src/testing/index.js'
import { cluster } from './cluster.js'
import { openRawConnection } from './openRawConnection.js'

const v3: FakeLinstorOptions = { ...cluster, apiVersion: 3 }
const deployed: FakeLinstorOptions = {
  ...v3,
  resources: ['alpha', 'bravo'].map((node) => ({ node, name: 'Web', storagePool: 'thin' })),
}
const open = (uri: string) => openRawConnection(uri, { apiVersion: 3 })
const inPool = (value: string) => [{ key: 'StorPoolName', value }]
const nameOf = (reply: unknown) => decodeReturnCode((reply as { retCode: bigint }).retCode).name

test('one call creates several resources, with node ids of the client', async () => {
  await using fake = await createFakeLinstor(v3)
  await using connection = await open(fake.uri)
  const rscs = ['alpha', 'bravo'].map((nodeName, index) => ({
    name: 'web',
    nodeName,
    props: inPool('lvmpool'),
    nodeId: 7 - index,
    overrideNodeId: true,
  }))
  const { contents } = await connection.call('CrtRsc', { rscs })
  expect(contents.at(-1)).toBe('COMPLETE')
  expect(fake.state.resources.map(({ nodeId }) => nodeId)).toEqual([7, 6])
})

test('if one of several resources is refused, none is created', async () => {
  await using fake = await createFakeLinstor(v3)
  await using connection = await open(fake.uri)
  const rscs = ['lvmpool', 'missing'].map((pool, index) => ({
    name: 'web',
    nodeName: ['alpha', 'bravo'][index],
    props: inPool(pool),
  }))
  expect((await connection.call('CrtRsc', { rscs })).messages.map(nameOf)).toEqual(['FAIL_NOT_FOUND_DFLT_STOR_POOL'])
  expect(fake.state.resources).toEqual([])
})

test.each([
  ['DelRsc', { nodeName: 'alpha', rscName: 'web' }],
  ['DelRscDfn', { rscName: 'web' }],
  ['DelNode', { nodeName: 'alpha' }],
  ['DelVlmDfn', { rscName: 'web', vlmNr: 0 }],
  ['ModVlmDfn', { rscName: 'web', vlmNr: 0, vlmSize: 131_072n }],
  ['CrtStorPool', { storPool: { nodeName: 'alpha', storPoolName: 'fresh', driver: 'DisklessDriver' } }],
  ['CrtSnapshot', { snapshotDfn: { rscName: 'web', snapshotName: 'snap' } }],
] as const)('%s answers in stages', async (name, message) => {
  await using fake = await createFakeLinstor(deployed)
  await using connection = await open(fake.uri)
  const { contents } = await connection.call(name, message)
  expect(contents.slice(0, 2)).toEqual(['Reply', 'EndOfImmediateAnswers'])
  expect(contents.slice(2, -1).length).toBeGreaterThan(0)
  expect(contents.at(-1)).toBe('COMPLETE')
})

test('AutoPlaceRsc answers in stages', async () => {
  await using fake = await createFakeLinstor(v3)
  await using connection = await open(fake.uri)
  const { contents } = await connection.call('AutoPlaceRsc', { rscName: 'web', selectFilter: { placeCount: 2 } })
  expect(contents).toEqual(['Reply', 'EndOfImmediateAnswers', 'Reply', 'Reply', 'COMPLETE'])
})

test('maximum volume sizes come with storage pool definitions', async () => {
  await using fake = await createFakeLinstor(v3)
  await using connection = await open(fake.uri)
  const { messages } = await connection.call('QryMaxVlmSize', { selectFilter: { placeCount: 3 } })
  expect(messages).toMatchObject([
    {
      candidates: [
        { storPoolDfn: { storPoolName: 'lvmpool' }, nodeNames: ['alpha', 'bravo', 'charlie'], allThin: false },
      ],
      defaultMaxOversubscriptionRatio: '20.0',
    },
  ])
})

test('a storage pool that can not be read has an error of its own', async () => {
  await using fake = await createFakeLinstor({
    apiVersion: 3,
    nodes: [{ name: 'alpha', storage: {} }],
    storagePools: [{ node: 'alpha', name: 'bad', source: 'nope' }],
  })
  await using connection = await open(fake.uri)
  expect((await connection.call('LstStorPool', {})).messages).toMatchObject([
    { storPools: [{ storPoolName: 'bad', freeSpace: { errors: [{ cause: 'Invalid configuration' }] } }] },
  ])
})

test('resource connections are listed and can be deleted; DRBD proxies change them', async () => {
  await using fake = await createFakeLinstor(deployed)
  await using connection = await open(fake.uri)
  const pair = { node1Name: 'alpha', node2Name: 'bravo', rscName: 'web' }
  await connection.call('EnableDrbdProxy', { ...pair, port: 8_000 })
  expect((await connection.call('ReqRscConnList', { rscName: 'web' })).messages).toMatchObject([
    { rscConnections: [{ nodeName1: 'alpha', nodeName2: 'bravo', port: 8_000, rscConnFlags: [expect.any(String)] }] },
  ])
  await connection.call('DisableDrbdProxy', pair)
  expect(fake.state.resourceConnections).toMatchObject([{ rscConnFlags: [] }])
  const compressionProps = [{ key: 'level', value: '9' }]
  await connection.call('ModifyDrbdProxy', { rscName: 'web', compressionType: 'zlib', compressionProps })
  expect(fake.state.resourceDefinitions[0]?.rscDfnProps).toContainEqual({
    key: 'DrbdOptions/ProxyCompression/level',
    value: '9',
  })
  const gone = { nodeName1: 'alpha', nodeName2: 'bravo', resourceName: 'web' }
  expect((await connection.call('DelRscConn', gone)).messages.map(nameOf)).toEqual(['DELETED'])
  expect((await connection.call('DelRscConn', gone)).messages.map(nameOf)).toEqual(['WARN_NOT_FOUND'])
})

test('a snapshot can be taken, rolled back to, restored and deleted', async () => {
  await using fake = await createFakeLinstor({
    ...deployed,
    resourceDefinitions: [...(cluster.resourceDefinitions ?? []), { name: 'copy' }],
  })
  await using connection = await open(fake.uri)
  const snapshot = { rscName: 'web', snapshotName: 'snap' }
  const taken = await connection.call('CrtSnapshot', { snapshotDfn: snapshot })
  expect(taken.messages.at(-1)).toMatchObject({ message: expect.stringContaining('successfully taken') })
  await connection.call('ModVlmDfn', { rscName: 'web', vlmNr: 0, vlmSize: 131_072n })
  await connection.call('RollbackSnapshot', snapshot)
  expect(fake.state.resourceDefinitions[1]?.vlmDfns[0]?.vlmSize).toBe(65_536n)
  const restore = { fromResourceName: 'web', fromSnapshotName: 'snap', toResourceName: 'copy' }
  await connection.call('RestoreVlmDfn', restore)
  await connection.call('RestoreSnapshot', { ...restore, nodes: [{ name: 'bravo' }] })
  expect(fake.state.resources[0]).toMatchObject({ name: 'copy', nodeName: 'bravo', vlms: [{ storPoolName: 'thin' }] })
  expect((await connection.call('DelRscDfn', { rscName: 'web' })).messages.map(nameOf)).toEqual([
    'FAIL_EXISTS_SNAPSHOT_DFN',
  ])
  await connection.call('DelSnapshot', snapshot)
  expect(fake.state.snapshots).toEqual([])
})

test('calls of API version 3 are unknown to version 2, and the other way around error reports are named', async () => {
  await using two = await createFakeLinstor(cluster)
  await using three = await createFakeLinstor(v3)
  await using old = await openRawConnection(two.uri, { apiVersion: 3 })
  await using recent = await open(three.uri)
  const reconnect = { nodes: ['alpha'] }
  expect((await old.call('NodeReconnect', reconnect)).messages.map(nameOf)).toEqual(['UNKNOWN_API_CALL'])
  expect((await recent.call('NodeReconnect', reconnect)).messages.map(nameOf)).toEqual(['MODIFIED'])
  const [reply] = (await recent.call('Hostname')).messages
  const [report] = three.state.errorReports
  expect(reply).toMatchObject({ errorReportIds: [report?.filename.slice('ErrorReport-'.length, -'.log'.length)] })
})
