import diagnosticsChannel from 'node:diagnostics_channel'
import { type CallEvent, isConnectionError, isTimeoutError, type RetryEvent } from '@x/core-errors'
import { createManualClock } from '@x/core-errors/testing'
import { encodeFrame, FrameType } from '@x/linstor-wire'
import { leakedHandles, openHandles } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import { nodeList } from '../src/actions/index.js'
import {
  connectLinstor,
  createLinstor,
  createLinstorClient,
  isLinstorApiError,
  isNoControllerError,
} from '../src/index.js'
import { createFakeLinstor } from '../src/testing/index.js'
import { frames } from './support/frames.js'
import { setup } from './support/setup.js'
import { startScriptedServer } from './support/startScriptedServer.js'

const quickly = { attempts: 3, delayMs: () => 1 }

test('a client does nothing before its first call, and is plain and frozen', async () => {
  await using server = await startScriptedServer()
  const client = createLinstorClient({
    uri: server.uri,
    tls: { key: 'private key' },
    signIn: { identity: 'a', password: 'secret word' },
  })
  expect(server.accepted).toBe(0)
  expect(Object.isFrozen(client) && Object.isFrozen(client.config)).toBe(true)
  expect(client.kind).toBe('linstor')
  const { inspect } = await import('node:util')
  expect(inspect(client, { depth: 9 }) + JSON.stringify(client)).not.toMatch(/private key|secret word/)
  await client.close()
})

test('a client of actions and one with methods do the same', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  await using bare = createLinstorClient({ uri: fake.uri })
  await using full = createLinstor({ uri: fake.uri })
  expect(await nodeList(bare)).toEqual(await full.nodeList())
  expect(await nodeList(full)).toEqual(await full.nodeList())
})

test('hundreds of calls share one connection', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  await using linstor = createLinstor({ uri: fake.uri })
  const lists = await Promise.all(Array.from({ length: 500 }, () => linstor.nodeListRaise()))
  expect(lists.every(({ nodes }) => nodes[0]?.name === 'alpha')).toBe(true)
  expect(linstor.stats()).toMatchObject({ connections: 1, openCalls: 0 })
})

test('a fast call overtakes a slow one', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const order: string[] = []
  const slow = linstor.nodeList().then(() => order.push('slow'))
  const fast = linstor.ping().then(() => order.push('fast'))
  const [first, second] = [await connection.next(), await connection.next()]
  connection.send(frames.answer(second.id, 'Pong'), frames.complete(second.id))
  await fast
  connection.send(frames.answer(first.id, 'LstNode', [frames.nodeList()]), frames.complete(first.id))
  await slow
  expect(order).toEqual(['fast', 'slow'])
})

test('after a loss the next call opens another connection, and ids begin anew', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = createLinstor({ uri: fake.uri, retry: quickly })
  await linstor.ping()
  fake.dropConnections('reset')
  await linstor.ping()
  expect(linstor.stats().connections).toBe(2)
  expect(fake.requests.map(({ connection, id }) => [connection, id])).toEqual([
    [1, 1n],
    [2, 1n],
  ])
})

test('a call that only reads is made again when the connection is lost', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  const retries: RetryEvent[] = []
  await using linstor = createLinstor({
    uri: fake.uri,
    retry: quickly,
    hooks: { onRetry: (event) => retries.push(event) },
  })
  fake.failNext({ call: 'LstNode', drop: 'after' })
  expect((await linstor.nodeListRaise()).nodes).toHaveLength(1)
  expect(retries).toMatchObject([{ operation: 'nodeList', attempt: 1, delayMs: 1 }])
})

test('a call that does more than read is not made again once it may have arrived', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = createLinstor({ uri: fake.uri, retry: quickly })
  fake.failNext({ call: 'CrtNode', drop: 'after' })
  const call = linstor.nodeCreate({ nodeName: 'alpha', nodeType: 'Satellite', ip: '127.0.0.1' })
  await expect(call).rejects.toMatchObject({ kind: 'connection', mayHaveBeenSent: true, retryable: false, attempts: 1 })
  expect(fake.requests.filter(({ call: name }) => name === 'CrtNode')).toHaveLength(1)
})

test('a call of which nothing was sent is made again, whatever it does', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = createLinstor({ uri: fake.uri, retry: quickly })
  fake.failNextConnection({ drop: 0, times: 2 })
  const replies = await linstor.nodeCreate({ nodeName: 'alpha', nodeType: 'Satellite', ip: '127.0.0.1' })
  expect(replies).toMatchObject([{ returnCode: { name: 'CREATED' } }])
})

test('answers that were shown already are not shown again', async () => {
  await using context = await setup({ retry: quickly })
  const call = context.linstor.nodeList()
  const { id } = await context.connection.next()
  context.connection.send(frames.answer(id, 'LstNode', [frames.nodeList('alpha')]))
  const reading = (async () => {
    for await (const _ of call) context.connection.socket.destroy()
  })()
  await expect(reading).rejects.toSatisfy(isConnectionError)
  expect(context.server.accepted).toBe(1)
})

test('leaving the loop over staged answers gives up on the rest', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const call = linstor.resourceCreate({ nodeName: 'alpha', rscName: 'web' })
  const { id } = await connection.next()
  connection.send(frames.reply(id, 1n, 'registered'), frames.endOfImmediate(id))
  for await (const { message } of call) {
    expect(message).toBe('registered')
    break
  }
  expect(linstor.stats().openCalls).toBe(0)
  expect(await call).toHaveLength(1)
})

test('when no controller can be reached the error has the reason of each', async () => {
  await using fake = await createFakeLinstor()
  await fake.stop()
  const uris = [fake.uri, fake.uri.replace('127.0.0.1', 'localhost')]
  const error = await connectLinstor(uris).catch((reason: unknown) => reason)
  expect(isNoControllerError(error) && error.errors).toHaveLength(2)
  expect(error).toMatchObject({ code: 'ECONNREFUSED', retryable: true, operation: 'connect', mayHaveBeenSent: false })
  const port = new URL(fake.uri).port
  expect(String(error)).toContain(`127.0.0.1:${port}: connect ECONNREFUSED`)
})

test('calls that wait for the same connection attempt share it', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = createLinstor({ uri: fake.uri })
  await Promise.all([linstor.ping(), linstor.ping(), linstor.connect(), linstor.nodeList()])
  expect(linstor.stats().connections).toBe(1)
})

test('a connection attempt that nobody waits for any more is given up', async () => {
  await using silent = await startScriptedServer({ greeting: new Uint8Array(0) })
  await using linstor = createLinstor({ uri: silent.uri, connectTimeoutMs: 60_000 })
  const controller = new AbortController()
  const ping = linstor.ping({}, { signal: controller.signal })
  const connection = await silent.connection()
  controller.abort(new Error('mine'))
  await expect(ping).rejects.toThrow('mine')
  await connection.closed
})

test('a deadline ends a call, and nothing of it stays behind', async () => {
  const clock = createManualClock()
  await using context = await setup({ clock, keepAlive: false, idleTimeoutMs: Number.POSITIVE_INFINITY })
  const { linstor, connection, notices } = context
  const slow = linstor
    .nodeDelete({ nodeName: 'alpha' }, { timeoutMs: 50, requestId: 'mine' })
    .catch((error: unknown) => error)
  const { id } = await connection.next()
  const other = linstor.ping({}, { timeoutMs: 5_000 })
  const { id: pingId } = await connection.next()
  await clock.advance(50)
  expect(await slow).toMatchObject({
    kind: 'timeout',
    timeoutMs: 50,
    operation: 'nodeDelete',
    requestId: 'mine',
    retryable: false,
  })
  connection.send(frames.reply(id), frames.complete(id), frames.answer(pingId, 'Pong'), frames.complete(pingId))
  await other
  expect(notices).toEqual(['connected'])
})

test('setting the time of day back does not put off deadlines', async () => {
  const manual = createManualClock(3_600_000)
  const { elapsed, schedule } = manual
  const clock = { now: manual.now, elapsed, schedule }
  await using context = await setup({ clock, keepAlive: false, idleTimeoutMs: 1_000 })
  const call = context.linstor.nodeDelete({ nodeName: 'alpha' }, { timeoutMs: 50 }).catch((error: unknown) => error)
  await context.connection.next()
  clock.now = () => 0
  await manual.advance(50)
  expect(await call).toSatisfy(isTimeoutError)
  await manual.advance(950)
  await context.connection.closed
})

test.each([Number.NaN, -1])('a call that is to end within %d ms is refused', async (timeoutMs) => {
  await using context = await setup()
  const refused = { kind: 'configuration', path: 'timeoutMs' }
  await expect(context.linstor.ping({}, { timeoutMs })).rejects.toMatchObject(refused)
  await expect(context.linstor.watchEvents({}, { timeoutMs }).ready).rejects.toMatchObject(refused)
  expect(context.linstor.stats().sentBytes).toBe(0)
})

test('an abort before the call sends nothing', async () => {
  await using context = await setup()
  const reason = { mine: true }
  await expect(context.linstor.nodeList({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  expect(context.linstor.stats().sentBytes).toBe(0)
})

test('an abort while the connection is full frees the place in the line', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  connection.socket.pause()
  const value = 'x'.repeat(2_000_000)
  const set = (letter: string, signal?: AbortSignal) =>
    linstor.controllerSetProp({ key: `Aux/${letter}`, value }, { signal })
  const first = [set('a'), set('b'), set('c')]
  const controller = new AbortController()
  const waiting = set('d', controller.signal)
  const last = set('e')
  controller.abort(new Error('mine'))
  await expect(waiting).rejects.toThrow('mine')
  connection.socket.resume()
  for (let count = 0; count < 4; count++) {
    const { id } = await connection.next()
    connection.send(frames.reply(id), frames.complete(id))
  }
  await Promise.all([...first, last])
})

test('a request above 16 MiB is refused, and the connection is still good', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = createLinstor({ uri: fake.uri })
  const call = linstor.controllerSetProp({ key: 'Aux/k', value: 'x'.repeat(16_777_216) })
  await expect(call).rejects.toMatchObject({ kind: 'configuration' })
  await linstor.ping()
  expect(linstor.stats().connections).toBe(1)
})

test('a ping frame is answered', async () => {
  await using context = await setup()
  context.connection.send(encodeFrame(FrameType.PING))
  await expect.poll(() => context.connection.frameTypes).toEqual([FrameType.PONG])
})

test('a connection that is idle and not needed closes, and the next call opens another', async () => {
  const clock = createManualClock()
  await using context = await setup({ clock, idleTimeoutMs: 1_000, keepAlive: false })
  await clock.advance(1_000)
  await context.connection.closed
  expect(context.linstor.connected).toBe(false)
  const ping = context.linstor.ping()
  const { id, ...connection } = { ...(await context.server.connection()), id: 0n }
  expect(id).toBe(0n)
  const request = await connection.next()
  connection.send(frames.answer(request.id, 'Pong'), frames.complete(request.id))
  await ping
})

test('signing in happens on each connection before anything else', async () => {
  const identities = [{ name: 'admin', password: 'a password' }]
  await using fake = await createFakeLinstor({ authenticationRequired: true, identities })
  const passwords: number[] = []
  const password = () => {
    passwords.push(1)
    return 'a password'
  }
  await using linstor = createLinstor({ uri: fake.uri, retry: quickly, signIn: { identity: 'admin', password } })
  await linstor.ping()
  fake.dropConnections()
  await linstor.ping()
  expect(fake.requests.map(({ call }) => call)).toEqual(['SignIn', 'Ping', 'SignIn', 'Ping'])
  expect(passwords).toHaveLength(2)
  const wrong = connectLinstor(fake.uri, { signIn: { identity: 'admin', password: 'not the password' } })
  await expect(wrong).rejects.toSatisfy(isLinstorApiError)
  expect(String(await wrong.catch((error: unknown) => error))).not.toContain('not the password')
  await using stranger = createLinstor({ uri: fake.uri })
  await expect(stranger.ping()).rejects.toMatchObject({ code: 'API_CALL_AUTH_REQ' })
  await stranger.signIn({ identity: 'admin', password: 'a password' })
  await stranger.ping()
})

test('hooks and diagnostics channels tell of each call', async () => {
  await using fake = await createFakeLinstor()
  const events: [string, Partial<CallEvent>][] = []
  const published: unknown[] = []
  const listen = (message: unknown) => void published.push(message)
  diagnosticsChannel.subscribe('x:linstor:request', listen)
  const hooks = {
    onRequest: (event: CallEvent) => void events.push(['request', event]),
    onResponse: (event: CallEvent) => void events.push(['response', event]),
    onFailure: (event: CallEvent) => void events.push(['failure', event]),
  }
  await using linstor = createLinstor({ uri: fake.uri, retry: false, hooks })
  await linstor.ping({}, { requestId: 'one' })
  fake.failNext({ call: 'LstNode', drop: 'before' })
  await linstor.nodeList({}, { requestId: 'two' }).catch(() => {})
  diagnosticsChannel.unsubscribe('x:linstor:request', listen)
  const url = fake.uri
  expect(events).toMatchObject([
    ['request', { client: 'linstor', operation: 'ping', requestId: 'one', attempt: 1, url }],
    ['response', { operation: 'ping', requestId: 'one', durationMs: expect.any(Number) }],
    ['request', { operation: 'nodeList', requestId: 'two' }],
    ['failure', { operation: 'nodeList', requestId: 'two', error: expect.toSatisfy(isConnectionError) }],
  ])
  expect(published).toMatchObject([{ requestId: 'one' }, { requestId: 'two' }])
})

test('waitForMessage waits for the call of an id, however it ends', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  await linstor.waitForMessage({ requestId: 'nothing' })
  const call = linstor.nodeDelete({ nodeName: 'alpha' }, { requestId: 'one' })
  const waiting = linstor.waitForMessage({ requestId: 'one' })
  const late = linstor.waitForMessage({ requestId: 'one' }, { timeoutMs: 20 })
  await expect(late).rejects.toSatisfy(isTimeoutError)
  const { id } = await connection.next()
  connection.send(frames.reply(id), frames.complete(id))
  await Promise.all([call, waiting])
})

test('a closed client leaves neither socket nor timer', async () => {
  await using fake = await createFakeLinstor()
  const before = openHandles()
  const linstor = await connectLinstor(fake.uri)
  await linstor.ping()
  await linstor.nodeList({}, { signal: new AbortController().signal })
  await linstor.close()
  await expect.poll(() => fake.connections).toBe(0)
  expect(await leakedHandles(before)).toEqual([])
})

test.each([
  [{ connectTimeoutMs: 0 }, 'connectTimeoutMs'],
  [{ timeoutMs: -1 }, 'timeoutMs'],
  [{ keepAlive: { intervalMs: Number.NaN } }, 'keepAlive.intervalMs'],
  [{ maxPayloadBytes: 1.5 }, 'maxPayloadBytes'],
  [{ invalidText: 'other' as 'replace' }, 'invalidText'],
  [{ retry: { attempts: 0 } }, 'retry.attempts'],
])('refuses the parameter %j', (parameters, path) => {
  expect(() => createLinstor({ uri: 'linstor://alpha', ...parameters })).toThrow(expect.objectContaining({ path }))
})
