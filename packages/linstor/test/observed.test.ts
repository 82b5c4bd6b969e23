import { isConfigurationError } from '@x/core-errors'
import { isError, isWarning } from '@x/linstor-wire'
import { encodeMsgApiCallResponse } from '@x/linstor-wire/messages/MsgApiCallResponse'
import { expect, test } from 'vitest'
import { connectionStatusName, connectLinstor, createLinstor, expectList, isLinstorApiError } from '../src/index.js'
import { createFakeLinstor } from '../src/testing/index.js'
import { cluster } from './support/cluster.js'
import { frames } from './support/frames.js'
import { setup } from './support/setup.js'

test('surprise 1: an answer of the message type of a call is an answer', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using linstor = createLinstor({ uri: fake.uri })
  const answers = await linstor.storagePoolDfnMaxVlmSizes({ placeCount: 9 })
  expect(answers).toMatchObject([
    { kind: 'reply', reply: { returnCode: { severity: 'error', name: 'FAIL_NOT_ENOUGH_NODES' } } },
  ])
  expect(() => expectList(answers)).toThrow(expect.toSatisfy(isLinstorApiError))
  // Late ones, of a call that was given up, do no harm either.
  await using context = await setup()
  const controller = new AbortController()
  const call = context.linstor.storagePoolDfnMaxVlmSizes({ placeCount: 9 }, { signal: controller.signal })
  const { id } = await context.connection.next()
  controller.abort()
  await call.catch(() => {})
  context.connection.send(
    frames.callAsAnswer(id, 'Reply', [encodeMsgApiCallResponse({ retCode: 1n, message: '' }).finish()]),
  )
  const ping = context.linstor.ping()
  const next = await context.connection.next()
  context.connection.send(frames.answer(next.id, 'Pong'), frames.complete(next.id))
  await ping
})

test('surprise 2: a shutdown is answered and then the connection closes without an end of the call', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = createLinstor({ uri: fake.uri, retry: false })
  expect(await linstor.controllerShutdown()).toMatchObject([{ retCode: 0n }])
  await expect.poll(() => linstor.connected).toBe(false)
  await expect(linstor.ping()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await fake.restart()
  await linstor.ping()
})

test('surprise 3: a pool that can not be read turns the whole list into an error, although its creation succeeds', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha', storage: { vg0: 1_000_000 } }] })
  await using linstor = createLinstor({ uri: fake.uri })
  const pool = { nodeName: 'alpha', storageDriver: 'LvmDriver' }
  await linstor.storagePoolCreate({ ...pool, storagePoolName: 'good', driverPoolName: 'vg0' })
  const replies = await linstor.storagePoolCreate({ ...pool, storagePoolName: 'bad', driverPoolName: 'absent' })
  expect(replies.some((reply) => isError(reply))).toBe(false)
  expect((await linstor.storagePoolList()).map(({ kind }) => kind)).toEqual(['reply'])
  await expect(linstor.storagePoolListRaise()).rejects.toSatisfy(isLinstorApiError)
})

test('surprise 4: a satellite says its host name, and refuses pings of strangers', async () => {
  await using fake = await createFakeLinstor({ satellite: 'alpha' })
  await using linstor = await connectLinstor(fake.uri)
  expect(linstor.controllerInfo()).toBeUndefined()
  expect(expectList(await linstor.hostname())).toMatchObject({ hostname: expect.any(String) })
  await expect(linstor.ping()).rejects.toMatchObject({ kind: 'api', code: 'API_CALL_AUTH_REQ' })
})

test('surprise 5: short property keys, which break a satellite of LINSTOR 0.6.0, are refused there', async () => {
  await using fake = await createFakeLinstor({ ...cluster, shortKeysBreakSatellites: true })
  await using linstor = await connectLinstor(fake.uri)
  const propertyDict = { 'Aux/site': 'vienna' }
  for (const call of [
    linstor.nodeModify({ nodeName: 'alpha', propertyDict }),
    linstor.storagePoolModify({ nodeName: 'alpha', storagePoolName: 'pool', propertyDict }),
    linstor.storagePoolCreate({ nodeName: 'alpha', storagePoolName: 'new', storageDriver: 'Diskless', propertyDict }),
  ]) {
    await expect(call).rejects.toSatisfy(isConfigurationError)
    await expect(call).rejects.toThrow('LINSTOR 0.6.0 loses its connection')
  }
  expect(fake.requests).toHaveLength(0)
  await linstor.resourceDfnModify({ name: 'web', propertyDict })
  await using careless = createLinstor({ uri: fake.uri, checkLimits: false })
  await careless.nodeModify({ nodeName: 'alpha', propertyDict })
  expect(
    (await linstor.nodeListRaise()).nodes.map(({ connectionStatus }) => connectionStatusName(connectionStatus)),
  ).toContain('OFFLINE')
  await using newer = await createFakeLinstor({ ...cluster, apiVersion: 3 })
  await using other = createLinstor({ uri: newer.uri })
  await other.nodeModify({ nodeName: 'alpha', propertyDict })
})

test('surprise 6: deleting a node connection answers with an error although it is done', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using linstor = createLinstor({ uri: fake.uri })
  const pair = { nodeA: 'alpha', nodeB: 'bravo' }
  await linstor.nodeConnCreate({ ...pair, propertyDict: { 'Aux/link-speed': '10g' } })
  expect((await linstor.nodeConnDelete(pair)).some((reply) => isError(reply))).toBe(true)
  expect((await linstor.nodeConnDelete(pair)).some((reply) => isWarning(reply))).toBe(true)
})

test('surprise 7: a watch id that is used again is refused here, since the controller would call it a success', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using linstor = createLinstor({ uri: fake.uri })
  const watch = { watchId: 5, resourceName: 'web', onEvent: () => {} }
  expect(await linstor.watchCreate(watch)).toMatchObject([{ returnCode: { severity: 'success' } }])
  await expect(linstor.watchCreate(watch)).rejects.toSatisfy(isConfigurationError)
  expect(await linstor.watchDelete({ watchId: 99 })).toMatchObject([{ returnCode: { severity: 'success' } }])
})

test('surprise 8: deleting what is not there is a warning, which is no error', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using linstor = createLinstor({ uri: fake.uri })
  const replies = await linstor.resourceDfnDelete({ name: 'absent' })
  expect(replies).toMatchObject([{ returnCode: { severity: 'warning' } }])
  const deployed = await linstor.resourceDelete({ nodeName: 'alpha', rscName: 'web' })
  expect(deployed[0]?.message).toContain('marked for deletion')
})

test('surprise 9: return codes come as unsigned 64-bit numbers with the severity on top', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using linstor = createLinstor({ uri: fake.uri })
  const [reply] = await linstor.nodeCreate({ nodeName: 'alpha', nodeType: 'Satellite', ip: '127.0.0.1' })
  expect((reply?.retCode ?? 0n) >> 62n).toBe(3n)
  expect(reply?.returnCode).toMatchObject({
    severity: 'error',
    operation: 'create',
    object: 'node',
    name: 'FAIL_EXISTS_NODE',
  })
})

test('surprise 10: a creation that never gets ready ends with the deadline of its call', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using linstor = createLinstor({ uri: fake.uri })
  fake.failNext({ call: 'CrtRsc', omit: 'COMPLETE' })
  const call = linstor.resourceCreate({ nodeName: 'bravo', rscName: 'web', storagePool: 'pool' }, { timeoutMs: 200 })
  const seen: string[] = []
  const reading = (async () => {
    for await (const { message } of call) seen.push(message)
  })()
  await expect(reading).rejects.toMatchObject({ kind: 'timeout', operation: 'resourceCreate' })
  expect(seen.length).toBeGreaterThan(0)
  await linstor.ping()
})

test('surprise 11: types come back in capitals, and the states of connections have names', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }, { name: 'ctrl', type: 'Controller' }] })
  await using linstor = createLinstor({ uri: fake.uri })
  const { nodes } = await linstor.nodeListRaise()
  expect(nodes.map(({ type, connectionStatus }) => [type, connectionStatusName(connectionStatus)])).toEqual([
    ['SATELLITE', 'ONLINE'],
    ['CONTROLLER', 'UNKNOWN'],
  ])
  expect([connectionStatusName(77), connectionStatusName(undefined)]).toEqual([undefined, undefined])
})

test('surprise 12: with mandatory access control some calls are refused to strangers, and others are not', async () => {
  await using fake = await createFakeLinstor({ securityLevel: 'MAC' })
  await using linstor = createLinstor({ uri: fake.uri })
  const refusedCalls = [
    linstor.controllerSetProp({ key: 'TcpPortAutoRange', value: '7100-7999' }),
    linstor.cryptCreatePassphrase({ passphrase: 'some passphrase' }),
    linstor.controllerShutdown(),
  ]
  for (const call of refusedCalls) expect((await call).some((reply) => isError(reply))).toBe(true)
  const created = await linstor.nodeCreate({ nodeName: 'alpha', nodeType: 'Satellite', ip: '127.0.0.1' })
  expect(created.some((reply) => isError(reply))).toBe(false)
  expect(linstor.connected).toBe(true)
})
