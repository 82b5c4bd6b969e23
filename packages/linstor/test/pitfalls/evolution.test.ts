import { isConfigurationError, isTimeoutError } from '@x/core-errors'
import { encodeMsgRspMaxVlmSizes } from '@x/linstor-wire/messages/MsgRspMaxVlmSizes'
import { decodeMsgCrtRsc } from '@x/linstor-wire/messages/v2/MsgCrtRsc'
import { encodeMsgRspMaxVlmSizes as encodeOfVersion2 } from '@x/linstor-wire/messages/v2/MsgRspMaxVlmSizes'
import { expect, test } from 'vitest'
import {
  connectLinstor,
  controllerUriList,
  createLinstor,
  expectList,
  isNoControllerError,
  isVersionMismatchError,
  openResource,
  storagePropsToDriverPool,
} from '../../src/index.js'
import { createFakeLinstor } from '../../src/testing/index.js'
import { frames } from '../support/frames.js'
import { setup } from '../support/setup.js'
import { startScriptedServer } from '../support/startScriptedServer.js'

const version2 = {
  greeting: frames.version({ version: 2, minVersion: 2, controllerInfo: 'LINSTOR,Controller,0.6.0,x,y' }),
}

test('pitfall 54: fields keep their names when those of the server change: names are not on the wire', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  await using linstor = createLinstor({ uri: fake.uri })
  const [reply] = await linstor.nodeDelete({ nodeName: 'alpha' })
  expect(Object.keys(reply ?? {})).toEqual(
    expect.arrayContaining(['retCode', 'message', 'cause', 'correction', 'details', 'objRefs']),
  )
})

test.each([
  [
    2,
    version2,
    encodeOfVersion2({ candidates: [{ storPoolName: 'pool', maxVlmSize: 7n, nodeNames: ['a'] }] }).finish(),
  ],
  [
    3,
    {},
    encodeMsgRspMaxVlmSizes({
      candidates: [{ storPoolDfn: { storPoolName: 'pool' }, maxVlmSize: 7n, nodeNames: ['a'] }],
    }).finish(),
  ],
])('pitfall 55: fields that changed their type are read by version: %i', async (_, script, message) => {
  await using context = await setup({}, script)
  const call = context.linstor.storagePoolDfnMaxVlmSizes({ placeCount: 1 })
  const { id } = await context.connection.next()
  context.connection.send(frames.answer(id, 'RspMaxVlmSize', [message]), frames.complete(id))
  expect(expectList(await call).candidates).toMatchObject([
    { storagePoolName: 'pool', maxVlmSize: 7n, nodeNames: ['a'] },
  ])
})

test.each([
  ['1', { version: 1, minVersion: 1 }, { min: 1, max: 1 }],
  ['4', { version: 4, minVersion: 4 }, { min: 4, max: 4 }],
  ['5 to 9', { version: 9, minVersion: 5 }, { min: 5, max: 9 }],
])('pitfall 56: version %s is named in an error with both ranges', async (text, version, controller) => {
  await using fake = await createFakeLinstor()
  fake.failNextConnection({ version })
  const error = await connectLinstor(fake.uri).catch((reason: unknown) => reason)
  expect(isVersionMismatchError(error) && [error.client, error.controller]).toEqual([{ min: 2, max: 3 }, controller])
  expect(error).toMatchObject({
    kind: 'protocol',
    message: expect.stringContaining(`speaks API version ${text} (LINSTOR,Controller`),
  })
})

test('pitfall 56: version 1 is known by its header', async () => {
  await using fake = await createFakeLinstor()
  fake.failNextConnection({ legacy: true })
  await expect(connectLinstor(fake.uri)).rejects.toSatisfy(isVersionMismatchError)
})

test.each([
  [{ version: 3, minVersion: 1 }, 3],
  [{ version: 7, minVersion: 2 }, 3],
  [{ version: 2, minVersion: 1 }, 2],
])('pitfall 56: of overlapping ranges the highest common version is spoken: %j', async (version, expected) => {
  await using server = await startScriptedServer({ greeting: frames.version(version) })
  await using linstor = createLinstor({ uri: server.uri })
  expect((await linstor.connect()).apiVersion).toBe(expected)
})

test('pitfall 57: short and long names of drivers are taken', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  await using linstor = createLinstor({ uri: fake.uri })
  const pool = { nodeName: 'alpha', driverPoolName: 'vg0' }
  await linstor.storagePoolCreate({ ...pool, storagePoolName: 'one', storageDriver: 'Lvm' })
  await linstor.storagePoolCreate({ ...pool, storagePoolName: 'two', storageDriver: 'LvmDriver' })
  const { storPools } = await linstor.storagePoolListRaise()
  expect(storPools.map(({ driver }) => driver)).toEqual(['LvmDriver', 'LvmDriver'])
  const props = [{ key: 'StorDriver/LvmVg', value: 'vg0' }]
  expect([storagePropsToDriverPool('Lvm', props), storagePropsToDriverPool('LvmThinDriver', props)]).toEqual([
    'vg0',
    'vg0/',
  ])
  const refusals = [
    { storageDriver: 'Floppy', driverPoolName: 'a' },
    { storageDriver: 'LvmThinDriver', driverPoolName: 'vg0' },
    { storageDriver: 'LvmThinDriver', driverPoolName: 'a/b/c' },
    { storageDriver: 'ZfsDriver' },
    { storageDriver: 'DisklessDriver', driverPoolName: 'a' },
  ]
  for (const parameters of refusals) {
    const call = linstor.storagePoolCreate({ nodeName: 'alpha', storagePoolName: 'three', ...parameters })
    await expect(call).rejects.toSatisfy(isConfigurationError)
  }
})

test('pitfall 58: a resource is created alone or with others; a controller of version 2 gets one call each', async () => {
  await using context = await setup({}, version2)
  const { linstor, connection } = context
  const alone = linstor.resourceCreate({ nodeName: 'alpha', rscName: 'web', nodeId: 0 })
  const first = await connection.next()
  expect(decodeMsgCrtRsc(first.messages[0] as Uint8Array)).toMatchObject({
    rsc: { name: 'web', nodeId: 0 },
    overrideNodeId: true,
  })
  connection.send(frames.reply(first.id), frames.complete(first.id))
  expect(await alone).toHaveLength(1)
  const both = linstor.resourceCreate({
    rscs: [
      { nodeName: 'alpha', rscName: 'web' },
      { nodeName: 'bravo', rscName: 'web' },
    ],
  })
  const calls = [await connection.next(), await connection.next()]
  const nodes = calls.map(({ messages }) => decodeMsgCrtRsc(messages[0] as Uint8Array).rsc.nodeName)
  expect(nodes).toEqual(['alpha', 'bravo'])
  for (const [index, { id }] of calls.entries())
    connection.send(frames.reply(id, 1n, nodes[index]), frames.complete(id))
  expect((await both).map(({ message }) => message)).toEqual(['alpha', 'bravo'])
})

test('pitfall 59: events of an unknown name are handed over with their bytes', async () => {
  await using context = await setup()
  const watch = context.linstor.watchEvents()
  const { id } = await context.connection.next()
  context.connection.send(
    frames.reply(id),
    frames.complete(id),
    frames.event({ watchId: 1, eventName: 'Novelty', nodeName: 'alpha' }, Uint8Array.of(1, 2, 3)),
    frames.event({ watchId: 1, eventName: 'ResourceState' }, Uint8Array.of(0xff)),
  )
  const iterator = watch[Symbol.asyncIterator]()
  expect((await iterator.next()).value).toMatchObject({
    eventName: 'Novelty',
    data: undefined,
    rawData: Uint8Array.of(1, 2, 3),
  })
  expect((await iterator.next()).value).toMatchObject({ rawData: Uint8Array.of(0xff), error: { kind: 'protocol' } })
})

test.each([0, 1, 2])('pitfall 60: a shutdown is done when the connection closes, after %i replies', async (count) => {
  await using context = await setup()
  const call = context.linstor.controllerShutdown()
  const { id } = await context.connection.next()
  context.connection.send(...Array.from({ length: count }, () => frames.reply(id, 0n, 'bye')))
  context.connection.socket.end()
  expect(await call).toHaveLength(count)
})

test('pitfall 61: hostname says that only satellites know it', async () => {
  await using context = await setup()
  const call = context.linstor.hostname()
  await expect(call).rejects.toSatisfy(isConfigurationError)
  await expect(call).rejects.toThrow('only satellites know this call')
  expect(context.linstor.stats().sentBytes).toBe(0)
})

test('pitfall 62: a controller that hangs costs its connect timeout, and the next one is tried', async () => {
  await using silent = await startScriptedServer({ greeting: new Uint8Array(0) })
  await using fake = await createFakeLinstor()
  const begin = performance.now()
  await using linstor = await connectLinstor([silent.uri, fake.uri], { connectTimeoutMs: 150 })
  expect(performance.now() - begin).toBeLessThan(1_500)
  expect(linstor.controllerHost()).toBe(fake.uri)
  await (await silent.connection()).closed
  const error = await connectLinstor(silent.uri, { connectTimeoutMs: 50 }).catch((reason: unknown) => reason)
  expect(isNoControllerError(error) && error.errors.map(isTimeoutError)).toEqual([true])
})

test('pitfall 62: dialing all at once takes the first that answers, and closes the others', async () => {
  await using silent = await startScriptedServer({ greeting: new Uint8Array(0) })
  await using fake = await createFakeLinstor()
  await using linstor = await connectLinstor([silent.uri, fake.uri], { connectTimeoutMs: 60_000, parallelDial: true })
  expect(linstor.controllerHost()).toBe(fake.uri)
  await (await silent.connection()).closed
})

test('pitfall 63: lists of controllers are trimmed, and no host is added', async () => {
  expect(controllerUriList('a, b:3376 ,,linstor+ssl://c')).toEqual([
    'linstor://a',
    'linstor://b:3376',
    'linstor+ssl://c',
  ])
  expect(controllerUriList('10.0.0.1,10.0.0.2')).toEqual(['linstor://10.0.0.1', 'linstor://10.0.0.2'])
  expect(() => createLinstor({ uri: ' , ' })).toThrow('no controller is named')
  expect(createLinstor({ uri: 'a, b' }).config.uris).toEqual(['linstor://a:3376', 'linstor://b:3376'])
})

test('pitfall 64: what was half created is removed again on request', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  await using linstor = createLinstor({ uri: fake.uri })
  const make = { rscName: 'web', size: 4096, placeCount: 9 }
  expect(await linstor.resourceCreateAndAutoPlace(make)).toMatchObject([{}, {}, { returnCode: { severity: 'error' } }])
  expect(fake.state.resourceDefinitions).toHaveLength(1)
  await linstor.resourceDfnDelete({ name: 'web' })
  await linstor.resourceCreateAndAutoPlace({ ...make, rollback: true })
  expect(fake.state.resourceDefinitions).toHaveLength(0)

  const web = await openResource(linstor, { name: 'web' })
  web.placement.redundancy = 9
  await expect(web.autoplace({ rollback: true })).rejects.toThrow('resourceAutoPlace')
  expect(fake.state.resourceDefinitions).toHaveLength(0)
  await expect(web.autoplace()).rejects.toThrow('resourceAutoPlace')
  expect(fake.state.resourceDefinitions).toHaveLength(1)
  await expect(web.restoreFromSnapshot('none', 'copy', { rollback: true })).rejects.toThrow(
    'snapshotVolumeDefinitionRestore',
  )
  expect(fake.state.resourceDefinitions).toHaveLength(1)
})
