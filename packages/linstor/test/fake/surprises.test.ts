import { ConfigurationError } from '@x/core-errors'
import { decodeReturnCode, encodeCall } from '@x/linstor-wire'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import { expect, test } from 'vitest'
import { createFakeLinstor } from '../../src/testing/index.js'
import { cluster } from './cluster.js'
import { openRawConnection } from './openRawConnection.js'

const nameOf = (reply: unknown) => decodeReturnCode((reply as { retCode: bigint }).retCode).name

test('on request, a short property key breaks the connection to a satellite', async () => {
  for (const shortKeysBreakSatellites of [false, true]) {
    await using fake = await createFakeLinstor({ ...cluster, shortKeysBreakSatellites })
    await using connection = await openRawConnection(fake.uri)
    const overrideProps = [{ key: 'Aux/site', value: 'here' }]
    await connection.call('ModNode', { nodeName: 'alpha', overrideProps })
    await connection.call('ModStorPool', { nodeName: 'bravo', storPoolName: 'thin', overrideProps })
    await connection.call('ModNode', { nodeName: 'charlie', overrideProps: [{ key: 'Aux/location', value: 'x' }] })
    const expected = shortKeysBreakSatellites ? [0, 0, 2] : [2, 2, 2]
    expect(fake.state.nodes.map(({ connectionStatus }) => connectionStatus)).toEqual(expected)
  }
})

test('deleting a resource connection says it failed, and it is still there', async () => {
  const resources = ['alpha', 'bravo'].map((node) => ({ node, name: 'web', storagePool: 'thin' }))
  await using fake = await createFakeLinstor({ ...cluster, resources })
  await using connection = await openRawConnection(fake.uri)
  await connection.call('CrtRscConn', { rscConn: { nodeName1: 'alpha', nodeName2: 'bravo', rscName: 'web' } })
  const { messages } = await connection.call('DelRscConn', {
    nodeName1: 'alpha',
    nodeName2: 'bravo',
    resourceName: 'web',
  })
  expect(messages.map(nameOf)).toEqual(['FAIL_UNKNOWN_ERROR'])
  expect(fake.state.resourceConnections).toHaveLength(1)
})

test('an offline satellite is not asked: its pools have no free space, its resources no state', async () => {
  const resources = [{ node: 'alpha', name: 'web', storagePool: 'thin' }]
  await using fake = await createFakeLinstor({ ...cluster, resources })
  await using connection = await openRawConnection(fake.uri)
  fake.setSatellite('alpha', 'offline')
  const [pools] = (await connection.call('LstStorPool', { nodeNames: ['alpha'] })).messages
  expect(pools).toMatchObject({ storPools: [{ freeSpace: undefined }, { freeSpace: undefined }] })
  expect((await connection.call('LstRsc', {})).messages).toMatchObject([{ resourceStates: [] }])
})

test('error reports are listed by node, time and id, with or without their text', async () => {
  await using fake = await createFakeLinstor({
    nodes: [{ name: 'alpha' }],
    errorReports: [
      { description: 'first', timeMs: 1_000 },
      { description: 'second', timeMs: 2_000, node: 'alpha' },
      { description: 'third', timeMs: 3_000 },
    ],
  })
  await using connection = await openRawConnection(fake.uri)
  const times = async (request: object) => {
    const { messages } = await connection.call('ReqErrorReports', request)
    return messages.map((message) => (message as { errorTime: number }).errorTime)
  }
  expect(await times({})).toEqual([1_000, 2_000, 3_000])
  expect(await times({ nodeNames: ['ALPHA'] })).toEqual([2_000])
  expect(await times({ since: 2_000, to: 2_500 })).toEqual([2_000])
  const id = fake.addErrorReport({ description: 'fourth', timeMs: 4_000 })
  expect(await times({ ids: [id] })).toEqual([4_000])
  const { messages } = await connection.call('ReqErrorReports', { ids: [id], withContent: true })
  expect(messages).toMatchObject([{ filename: `ErrorReport-${id}.log`, text: expect.stringContaining('fourth') }])
})

test('a call that is no call is not executed', async () => {
  await using fake = await createFakeLinstor()
  await using connection = await openRawConnection(fake.uri)
  for (const name of ['toString', 'constructor', '__proto__', 'lstnode', 'Hostname', 'AuthRequest']) {
    expect((await connection.call(name)).messages.map(nameOf)).toEqual(['UNKNOWN_API_CALL'])
  }
  connection.write(encodeCall({ msgType: MsgHeaderMsgType.ONEWAY, msgContent: 'LstNode' }))
  await connection.call('Ping')
  expect(connection.frames.some(({ header }) => header.msgContent === 'LstNode')).toBe(false)
})

test.each([
  { options: { resources: [{ node: 'nobody', name: 'web' }] }, path: 'resources.node' },
  { options: { storagePools: [{ node: 'nobody', name: 'pool' }] }, path: 'storagePools.node' },
  {
    options: { nodes: [{ name: 'alpha' }], storagePools: [{ node: 'alpha', name: 'pool', driver: 'Tape' }] },
    path: 'storagePools.driver',
  },
  { options: { snapshots: [{ resource: 'web', name: 'snap' }] }, path: 'snapshots.resource' },
])('a seed that can not be is refused at $path', async ({ options, path }) => {
  await expect(createFakeLinstor(options)).rejects.toMatchObject({ path })
  await expect(createFakeLinstor(options)).rejects.toBeInstanceOf(ConfigurationError)
})

test('changing what does not exist is refused', async () => {
  await using fake = await createFakeLinstor(cluster)
  expect(() => fake.setSatellite('nobody', 'offline')).toThrow(ConfigurationError)
  expect(() => fake.setInUse('alpha', 'web', true)).toThrow(ConfigurationError)
  expect(() => fake.setDiskState('alpha', 'web', 0, 'Failed')).toThrow(ConfigurationError)
})
