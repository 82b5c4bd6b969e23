import { isConfigurationError } from '@x/core-errors'
import { isError, isInfo, isSuccess, isWarning } from '@x/linstor-wire'
import { requestCodecs } from '@x/linstor-wire/codecs/v3'
import { FAIL_EXISTS_NODE, FAIL_EXISTS_RSC } from '@x/linstor-wire/constants'
import { encodeMsgErrorReport } from '@x/linstor-wire/messages/MsgErrorReport'
import { encodeMsgLstStorPool } from '@x/linstor-wire/messages/MsgLstStorPool'
import { expect, test } from 'vitest'
import {
  allApiResponsesNoError,
  allApiResponsesSuccess,
  apiCallResponseFromJson,
  approximateSize,
  convertSize,
  createLinstor,
  findNode,
  type Linstor,
  openResource,
  propertiesOf,
  sameName,
  Volume,
} from '../../src/index.js'
import { createFakeLinstor } from '../../src/testing/index.js'
import { frames } from '../support/frames.js'
import { setup } from '../support/setup.js'

/** What a call puts on the wire, in hexadecimal digits: the message without its frame. */
async function bytesOf(make: (linstor: Linstor) => Promise<unknown>): Promise<string> {
  await using context = await setup()
  const call = make(context.linstor).catch((error: unknown) => error)
  const first = await Promise.race([context.connection.next(), call])
  if (first instanceof Error) throw first
  const { messages } = first as { messages: Uint8Array[] }
  return Buffer.from(messages[0] ?? new Uint8Array(0)).toString('hex')
}

const refused = async (make: (linstor: Linstor) => Promise<unknown>) => {
  await using linstor = createLinstor({ uri: 'linstor://127.0.0.1:1', retry: false })
  return make(linstor).then(
    () => undefined,
    (error: unknown) => (isConfigurationError(error) ? error.path : error),
  )
}

const node = { nodeName: 'alpha', ip: '192.0.2.1' }

test('pitfall 35: port and encryption of a new node are always sent', async () => {
  const message = Buffer.from(await bytesOf((linstor) => linstor.nodeCreate({ ...node, nodeType: 'Satellite' })), 'hex')
  const [netIf] = requestCodecs.CrtNode.decode(message).node.netInterfaces
  expect(netIf).toMatchObject({ name: 'default', stltPort: 3366, stltEncryptionType: 'Plain' })
})

test('pitfall 36: the default ports fit the type of the node, and none is guessed where there is no usual one', async () => {
  const portOf = async (nodeType: 'Controller' | 'Satellite' | 'Combined' | 'Auxiliary', comType: 'Plain' | 'SSL') => {
    const hex = await bytesOf((linstor) => linstor.nodeCreate({ ...node, nodeType, comType }))
    return requestCodecs.CrtNode.decode(Buffer.from(hex, 'hex')).node.netInterfaces[0]?.stltPort
  }
  expect([await portOf('Controller', 'Plain'), await portOf('Controller', 'SSL')]).toEqual([3376, 3377])
  expect([await portOf('Satellite', 'Plain'), await portOf('Satellite', 'SSL')]).toEqual([3366, 3367])
  expect([await portOf('Combined', 'Plain'), await portOf('Auxiliary', 'Plain')]).toEqual([3366, 3366])
  expect(await refused((linstor) => linstor.nodeCreate({ ...node, nodeType: 'Combined', comType: 'SSL' }))).toBe('port')
  expect(await refused((linstor) => linstor.nodeCreate({ ...node, nodeType: 'Auxiliary', comType: 'SSL' }))).toBe(
    'port',
  )
})

test('pitfall 37: a property is sent once', async () => {
  const hex = await bytesOf((linstor) => linstor.resourceDfnModify({ name: 'web', propertyDict: { a: '1', b: '2' } }))
  // field 2 "web", then field 4 with {1: "a", 2: "1"} and {1: "b", 2: "2"}
  expect(hex).toBe('1203776562' + '22060a0161120131' + '22060a0162120132')
})

test('pitfall 38: the storage pool of a diskless resource is sent', async () => {
  const hex = await bytesOf((linstor) =>
    linstor.resourceCreate({ nodeName: 'alpha', rscName: 'web', diskless: true, storagePool: 'nodisk' }),
  )
  const [rsc] = requestCodecs.CrtRsc.decode(Buffer.from(hex, 'hex')).rscs
  expect(rsc).toMatchObject({ props: [{ key: 'StorPoolName', value: 'nodisk' }], rscFlags: ['DISKLESS'] })
})

test.each([
  ['TcpPortAutoRange', { key: 'TcpPortAutoRange', namespace: undefined }],
  ['/TcpPortAutoRange', { key: 'TcpPortAutoRange', namespace: undefined }],
  ['a/b/c', { key: 'c', namespace: 'a/b' }],
])('pitfall 39: setting and deleting the property %s split its key in the same way', async (key, expected) => {
  const set = await bytesOf((linstor) => linstor.controllerSetProp({ key, value: '' }))
  const del = await bytesOf((linstor) => linstor.controllerDelProp({ key }))
  expect(requestCodecs.SetCfgVal.decode(Buffer.from(set, 'hex'))).toEqual({ ...expected, value: '' })
  expect(requestCodecs.DelCfgVal.decode(Buffer.from(del, 'hex'))).toEqual(expected)
})

test('pitfall 40: 0 is sent where it is a value, and refused where it is none', async () => {
  const volume = await bytesOf((linstor) =>
    linstor.volumeDfnCreate({ rscName: 'web', size: 4, volumeNr: 0, minorNr: 0 }),
  )
  // field 3: {2: 0, 3: 4, 4: 0}
  expect(volume).toBe('0a03776562' + '1a06100018042000')
  const resource = await bytesOf((linstor) => linstor.resourceCreate({ nodeName: 'n1', rscName: 'web', nodeId: 0 }))
  expect(requestCodecs.CrtRsc.decode(Buffer.from(resource, 'hex')).rscs[0]).toMatchObject({
    nodeId: 0,
    overrideNodeId: true,
  })
  expect(await refused((linstor) => linstor.volumeDfnCreate({ rscName: 'web', size: 0 }))).toBe('size')
  expect(await refused((linstor) => linstor.volumeDfnModify({ rscName: 'web', volumeNr: 0, size: 0 }))).toBe('size')
  expect(await refused((linstor) => linstor.nodeCreate({ ...node, nodeType: 'Satellite', port: 0 }))).toBe('port')
  expect(
    await refused((linstor) =>
      linstor.netinterfaceCreate({ ...node, interfaceName: 'nic1', port: 0, comType: 'Plain' }),
    ),
  ).toBe('port')
  expect(() => new Volume(0)).toThrow('size 0')
})

test('pitfall 41: a port without the type of communication is refused, and the type alone is sent', async () => {
  const nic = { ...node, interfaceName: 'nic1' }
  expect(await refused((linstor) => linstor.netinterfaceCreate({ ...nic, port: 3366 }))).toBe('comType')
  expect(await refused((linstor) => linstor.netinterfaceModify({ ...nic, port: 3366 }))).toBe('comType')
  const hex = await bytesOf((linstor) => linstor.netinterfaceCreate({ ...nic, comType: 'SSL' }))
  expect(requestCodecs.CrtNetIf.decode(Buffer.from(hex, 'hex')).netIf).toMatchObject({ stltEncryptionType: 'SSL' })
})

test('pitfall 42: names are compared without regard to case, everywhere', async () => {
  await using fake = await createFakeLinstor({
    nodes: [{ name: 'Alpha' }],
    storagePools: [{ node: 'Alpha', name: 'pool' }],
    resourceDefinitions: [{ name: 'Web', volumes: [{ sizeKib: 4096 }], props: { 'Aux/owner-team': 'x' } }],
    resources: [{ name: 'Web', node: 'Alpha', storagePool: 'pool' }],
  })
  await using linstor = createLinstor({ uri: fake.uri })
  expect(sameName('ALPHA', 'alpha')).toBe(true)
  expect(findNode(await linstor.nodeListRaise(), 'ALPHA')?.name).toBe('Alpha')
  expect(await linstor.resourceDfnPropsList({ rscName: 'WEB', filterByNamespace: 'Aux/' })).toEqual({
    'Aux/owner-team': 'x',
  })
  const web = await openResource(linstor, { name: 'wEB' })
  expect([web.name, web.isDiskful('aLPHA')]).toEqual(['Web', true])
  expect(await linstor.resourceDeleteIfDiskless({ nodeName: 'alpha', rscName: 'web' })).toMatchObject([
    { message: "Resource 'web' on node 'alpha' has a disk and was kept." },
  ])
})

test('pitfall 43: property values that are no texts are refused, not turned into texts', async () => {
  const withValue = (value: unknown) =>
    refused((linstor) => linstor.nodeModify({ nodeName: 'alpha', propertyDict: { flag: value as string } }))
  expect(await withValue(true)).toBe('propertyDict["flag"]')
  expect(await withValue(1)).toBe('propertyDict["flag"]')
  expect(await withValue(undefined)).toBe('propertyDict["flag"]')
})

test('pitfall 44: each kind of number has its own bytes', async () => {
  // sint32: volume number 1 is 2, port 3366 is 6732; int64: size 4 is 4; int32: node id 1 is 1, watch id 7 is 7.
  expect(await bytesOf((linstor) => linstor.volumeDfnDelete({ rscName: 'a1', volumeNr: 1 }))).toBe('12026131' + '1802')
  expect(await bytesOf((linstor) => linstor.volumeDfnCreate({ rscName: 'a1', size: 4, volumeNr: 1 }))).toBe(
    '0a026131' + '1a0410021804',
  )
  expect(await bytesOf((linstor) => linstor.resourceDfnCreate({ name: 'a1', port: 3366 }))).toBe(
    '0a07' + '12026131' + '18cc34',
  )
  const rsc = await bytesOf((linstor) => linstor.resourceCreate({ nodeName: 'n1', rscName: 'a1', nodeId: 1 }))
  expect(rsc).toBe('0a0c' + '12026131' + '22026e31' + '4801' + '5001')
  const watch = await bytesOf((linstor) =>
    linstor.watchCreate({ watchId: 7, resourceName: 'a1', volumeNumber: 1, onEvent: () => {} }),
  )
  expect(watch).toBe('0807' + '1a026131' + '2801' + '3002')
})

test('pitfall 45: 64-bit numbers lose no digit', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const list = linstor.storagePoolListRaise()
  const { id } = await connection.next()
  const totalCapacity = 9_223_372_036_854_775_807n
  const pool = { nodeName: 'alpha', storPoolName: 'pool', driver: 'LvmDriver' }
  const freeSpace = { storPoolUuid: 'u', storPoolName: 'pool', freeCapacity: 9_007_199_254_740_993n, totalCapacity }
  const message = encodeMsgLstStorPool({ storPools: [{ ...pool, freeSpace }] }).finish()
  connection.send(frames.answer(id, 'LstStorPool', [message]), frames.complete(id))
  expect((await list).storPools[0]?.freeSpace).toMatchObject({ freeCapacity: 9_007_199_254_740_993n, totalCapacity })
})

test('pitfall 46: return codes may be written signed', () => {
  const signed = apiCallResponseFromJson({ ret_code: '-4611686018407202314', message: 'exists' })
  expect(signed.retCode).toBe(0xc0000000013401f6n)
  expect(signed.returnCode).toMatchObject({
    severity: 'error',
    operation: 'create',
    object: 'resource',
    name: 'FAIL_EXISTS_RSC',
  })
  expect(apiCallResponseFromJson({ ret_code: 13835058055302349302n }).retCode).toBe(signed.retCode)
  expect(() => apiCallResponseFromJson({ ret_code: Number('-4611686018407202314') })).toThrow('lost no digits')
})

test('pitfall 47: severities are told apart, and so are errors', async () => {
  const codes = [0x00000000013c0001n, 0x4000000000000001n, 0x80000000000003ean, 0xc0000000013401f6n]
  const replies = codes.map((code) => apiCallResponseFromJson({ ret_code: code }))
  const truth = replies.map((reply) =>
    [isError(reply), isWarning(reply), isInfo(reply), isSuccess(reply)].map(Number).join(''),
  )
  expect(truth).toEqual(['0001', '0010', '0100', '1000'])
  expect(isError(0xc0000000013401f6n, FAIL_EXISTS_RSC)).toBe(true)
  expect(isError(0xc0000000013401f6n, FAIL_EXISTS_NODE)).toBe(false)
  expect([allApiResponsesSuccess([]), allApiResponsesNoError([])]).toEqual([true, true])
  expect([allApiResponsesSuccess(replies.slice(0, 3)), allApiResponsesNoError(replies.slice(0, 3))]).toEqual([
    false,
    true,
  ])

  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  await using linstor = createLinstor({ uri: fake.uri })
  const web = await openResource(linstor, { name: 'web' })
  fake.failNext({ call: 'CrtRsc', reply: { retCode: 0xc0000000013401f6n, message: 'there' } })
  await web.activate('alpha')
  fake.failNext({ call: 'CrtRsc', reply: { retCode: FAIL_EXISTS_NODE, message: 'other' } })
  await expect(web.activate('alpha')).rejects.toThrow('other')
})

test('pitfall 48: bytes become KiB by rounding up, exactly, also above 2^53', () => {
  expect(convertSize(1, 'B', 'KiB', 'up')).toBe(1n)
  expect(convertSize(1024, 'B', 'KiB', 'up')).toBe(1n)
  expect(convertSize(2n ** 63n + 1n, 'B', 'KiB', 'up')).toBe(2n ** 53n + 1n)
  expect(new Volume('9007199254740993 KiB').size).toBe(9_007_199_254_740_993n * 1024n)
})

test('pitfall 49: sizes for people look the same everywhere unless a locale is asked for', () => {
  expect([approximateSize(10_240), approximateSize(1_572_864), approximateSize(0)]).toEqual([
    '10 MiB',
    '1.50 GiB',
    '0 KiB',
  ])
  expect(approximateSize(1_572_864, 'de')).toBe('1,50 GiB')
  expect(approximateSize(2n ** 60n + 1n)).toBe('1048576.00 PiB')
})

test('pitfall 50: what a controller leaves out is undefined, not 0', async () => {
  await using context = await setup()
  const list = context.linstor.storagePoolListRaise()
  const { id } = await context.connection.next()
  const message = encodeMsgLstStorPool({
    storPools: [{ nodeName: 'alpha', storPoolName: 'nodisk', driver: 'DisklessDriver' }],
  }).finish()
  context.connection.send(frames.answer(id, 'LstStorPool', [message]), frames.complete(id))
  expect((await list).storPools[0]?.freeSpace).toBeUndefined()
})

test('pitfall 51: texts are UTF-8 in both directions, and their length is counted in bytes', async () => {
  const text = 'Größe – 容量 🚀'
  const hex = await bytesOf((linstor) => linstor.controllerSetProp({ key: 'Aux/k', value: text }))
  expect(Buffer.from(hex, 'hex').includes(Buffer.from(text))).toBe(true)
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  await using linstor = createLinstor({ uri: fake.uri })
  await linstor.nodeModify({ nodeName: 'alpha', propertyDict: { 'Aux/description': text } })
  const props = propertiesOf(findNode(await linstor.nodeListRaise(), 'alpha')?.props ?? [])
  expect(props['Aux/description']).toBe(text)
})

test('pitfalls 52 and 53: error reports keep their milliseconds, and ids are cut only where they are', async () => {
  const hex = await bytesOf((linstor) => linstor.errorReportList({ since: new Date(1_535_719_207_123) }))
  expect(requestCodecs.ReqErrorReports.decode(Buffer.from(hex, 'hex')).since).toBe(1_535_719_207_123)
  await using context = await setup()
  const list = context.linstor.errorReportList()
  const { id } = await context.connection.next()
  const report = (filename: string) =>
    encodeMsgErrorReport({ nodeNames: 'alpha', errorTime: 1_535_719_207_123, filename }).finish()
  const messages = ['ErrorReport-5B7D2A01-00000-000003.log', 'odd.txt'].map(report)
  context.connection.send(frames.answer(id, 'LstErrorReports', messages), frames.complete(id))
  expect((await list).map((found) => [found.id, found.time.getTime(), found.text])).toEqual([
    ['5B7D2A01-00000-000003', 1_535_719_207_123, ''],
    ['odd.txt', 1_535_719_207_123, ''],
  ])
})
