import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { isConfigurationError, isConnectionError } from '@x/core-errors'
import { FAIL_UNKNOWN_ERROR } from '@x/linstor-wire/constants'
import { encodeEventRscState } from '@x/linstor-wire/messages/eventdata/EventRscState'
import { decodeMsgCrtWatch } from '@x/linstor-wire/messages/MsgCrtWatch'
import { encodeEventRscDeploymentState } from '@x/linstor-wire/messages/v2/eventdata/EventRscDeploymentState'
import { expect, test } from 'vitest'
import {
  createLinstor,
  exitOnErrorEventHandler,
  isLinstorApiError,
  type LinstorEvent,
  type Watch,
  type WatchGap,
} from '../src/index.js'
import { createFakeLinstor } from '../src/testing/index.js'
import { cluster } from './support/cluster.js'
import { frames } from './support/frames.js'
import { type Setup, setup } from './support/setup.js'

const quickly = { attempts: 3, delayMs: () => 1 }
const stateOf = (watchId: number, nodeName: string) =>
  frames.event(
    { watchId, eventName: 'ResourceState', resourceName: 'web', nodeName },
    encodeEventRscState({ ready: true }).finish(),
  )

/** Answers the next call with success. @returns What it was. */
async function accept({ connection }: Pick<Setup, 'connection'>) {
  const { id, content, messages } = await connection.next()
  connection.send(frames.reply(id), frames.complete(id))
  return { content, message: messages[0] as Uint8Array }
}

/** Reads a number of events. */
async function take(watch: Watch, count: number): Promise<(LinstorEvent | WatchGap)[]> {
  const iterator = watch[Symbol.asyncIterator]()
  const items: (LinstorEvent | WatchGap)[] = []
  while (items.length < count) {
    const { value, done } = await iterator.next()
    if (done) break
    items.push(value)
  }
  return items
}

test('gives the present state first and then what changes', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using linstor = createLinstor({ uri: fake.uri })
  await using watch = linstor.watchEvents({ resourceName: 'web' })
  await watch.ready
  const nodes = new Set<string | undefined>()
  const created = linstor.resourceCreate({ nodeName: 'bravo', rscName: 'web', storagePool: 'pool' })
  for await (const event of watch) {
    if (event.kind === 'event' && event.eventName === 'VlmDiskState') nodes.add(event.nodeName)
    if (nodes.size === 2) break
  }
  expect(nodes).toEqual(new Set(['alpha', 'bravo']))
  await created
})

test('a filter on a volume says that the volume counts, 0 included', async () => {
  await using context = await setup()
  const watch = context.linstor.watchEvents({ resourceName: 'web', volumeNumber: 0, eventName: 'VlmDiskState' })
  const { message } = await accept(context)
  await watch.ready
  expect(decodeMsgCrtWatch(message)).toMatchObject({
    filterByVolumeNumber: true,
    volumeNumber: 0,
    eventName: 'VlmDiskState',
  })
})

test.each([
  [{ volumeNumber: 0 }, 'volumeNumber'],
  [{ snapshotName: 'snap1', nodeName: 'alpha' }, 'snapshotName'],
  [{ resourceName: 'x' }, 'resourceName'],
  [{ maxQueuedEvents: 0 }, 'maxQueuedEvents'],
])('refuses the filter %j', (parameters, path) => {
  const linstor = createLinstor({ uri: 'linstor://127.0.0.1:1' })
  expect(() => linstor.watchEvents(parameters)).toThrow(expect.toSatisfy(isConfigurationError))
  expect(() => linstor.watchEvents(parameters)).toThrow(expect.objectContaining({ path }))
})

test('a refusal ends the watch with the outcomes', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using linstor = createLinstor({ uri: fake.uri })
  const watch = linstor.watchEvents({ eventName: 'NoSuchEvent' })
  await expect(watch.ready).rejects.toSatisfy(isLinstorApiError)
  await expect(take(watch, 1)).rejects.toSatisfy(isLinstorApiError)
})

test('an abort ends the loop with the reason, and deletes the watch', async () => {
  await using context = await setup()
  const controller = new AbortController()
  const watch = context.linstor.watchEvents({}, { signal: controller.signal })
  await accept(context)
  const taking = take(watch, 1)
  const reason = { mine: true }
  controller.abort(reason)
  await expect(
    taking.catch((error: unknown) => Promise.reject(Object.assign(new Error('aborted'), { reason: error }))),
  ).rejects.toMatchObject({ reason })
  expect((await accept(context)).content).toBe('DelWatch')
})

test('an abort while the watch is being made rejects with the reason, and deletes what may have been made', async () => {
  await using context = await setup()
  const controller = new AbortController()
  const watch = context.linstor.watchEvents({}, { signal: controller.signal })
  expect((await context.connection.next()).content).toBe('CrtWatch')
  const reason = { mine: true }
  controller.abort(reason)
  await expect(watch.ready).rejects.toBe(reason)
  expect((await accept(context)).content).toBe('DelWatch')
})

test('an abort beforehand sends nothing', async () => {
  await using context = await setup()
  const watch = context.linstor.watchEvents({}, { signal: AbortSignal.abort(new Error('mine')) })
  await expect(take(watch, 1)).rejects.toThrow('mine')
  expect(context.linstor.stats().sentBytes).toBe(0)
})

test('closing a watch ends its loop quietly', async () => {
  await using context = await setup()
  const watch = context.linstor.watchEvents()
  await accept(context)
  const taking = take(watch, 1)
  const closing = Promise.all([watch.close(), watch.close()])
  expect((await accept(context)).content).toBe('DelWatch')
  await closing
  expect(await taking).toEqual([])
})

test('after a loss the watch is made anew on request, with a gap in between', async () => {
  await using context = await setup({ retry: false })
  const { linstor, server } = context
  const watch = linstor.watchEvents({ resourceName: 'web', reconnect: quickly })
  await accept(context)
  context.connection.send(stateOf(1, 'alpha'))
  const iterator = watch[Symbol.asyncIterator]()
  expect((await iterator.next()).value).toMatchObject({ kind: 'event', nodeName: 'alpha' })
  context.connection.socket.destroy()
  const connection = await server.connection()
  const { message } = await accept({ connection })
  expect(decodeMsgCrtWatch(message)).toMatchObject({ watchId: 1, resourceName: 'web' })
  connection.send(stateOf(1, 'bravo'))
  expect((await iterator.next()).value).toMatchObject({
    kind: 'gap',
    reason: 'reconnected',
    cause: expect.toSatisfy(isConnectionError),
  })
  expect((await iterator.next()).value).toMatchObject({ kind: 'event', nodeName: 'bravo' })
})

test('a watch that can not be made anew ends with the reason', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using linstor = createLinstor({ uri: fake.uri, retry: false })
  const watch = linstor.watchEvents({ nodeName: 'alpha', eventName: 'ResourceState', reconnect: quickly })
  await watch.ready
  await fake.stop()
  await expect(take(watch, 99)).rejects.toMatchObject({ kind: 'connection', code: 'ECONNREFUSED' })
})

test('disconnecting on purpose does not make the watch anew', async () => {
  await using context = await setup()
  const watch = context.linstor.watchEvents({ reconnect: true })
  await accept(context)
  await watch.ready
  await context.linstor.disconnect()
  await expect(take(watch, 1)).rejects.toThrow('disconnected by this client')
  expect(context.server.accepted).toBe(1)
})

test('a loop that is slow makes the controller wait, and loses nothing', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const watch = linstor.watchEvents({ maxQueuedEvents: 10 })
  await accept(context)
  await watch.ready
  const chunk = Buffer.concat(Array.from({ length: 1_000 }, () => stateOf(1, 'alpha'.repeat(200))))
  const { socket } = connection
  // First the system's own buffers fill up, however large they have grown.
  const most = 200_000
  let total = 0
  let blocked = false
  const drains = () => Promise.race([once(socket, 'drain').then(() => true), sleep(200, false)])
  for (; !blocked && total < most; total += 1_000) blocked = !socket.write(chunk) && !(await drains())
  expect(blocked).toBe(true)
  expect((await take(watch, total)).every(({ kind }) => kind === 'event')).toBe(true)
})

test('when calls need the connection the oldest events go, and a gap says how many', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const watch = linstor.watchEvents({ maxQueuedEvents: 10 })
  await accept(context)
  await watch.ready
  for (let index = 0; index < 25; index++) connection.send(stateOf(1, `node-${index}`))
  const ping = linstor.ping()
  const { id } = await connection.next()
  connection.send(frames.answer(id, 'Pong'), frames.complete(id))
  await ping
  const items = await take(watch, 11)
  expect(items[0]).toEqual({ kind: 'gap', reason: 'overflow', lost: 15, cause: undefined })
  expect(items.slice(1).map((item) => item.kind === 'event' && item.nodeName)).toEqual(
    Array.from({ length: 10 }, (_, index) => `node-${index + 15}`),
  )
})

test('watchCreate hands events to a function until watchDelete', async () => {
  await using context = await setup()
  const { linstor, connection, notices } = context
  const seen: (string | undefined)[] = []
  let lost: unknown
  const onEvent = ({ nodeName }: LinstorEvent) => {
    seen.push(nodeName)
    if (nodeName === 'bad') throw new Error('mine')
  }
  const creating = linstor.watchCreate({ watchId: 7, onEvent, onLost: (cause) => (lost = cause) })
  await accept(context)
  await creating
  connection.send(stateOf(7, 'alpha'), stateOf(7, 'bad'), stateOf(7, 'bravo'))
  await expect.poll(() => seen).toEqual(['alpha', 'bad', 'bravo'])
  expect(notices).toContain('watch-callback')
  const deleting = linstor.watchDelete({ watchId: 7 })
  await accept(context)
  await deleting
  connection.send(stateOf(7, 'late'))
  await expect.poll(() => notices).toContain('unknown-watch')
  const again = linstor.watchCreate({ watchId: 8, onEvent, onLost: (cause) => (lost = cause) })
  await accept(context)
  await again
  connection.socket.destroy()
  await expect.poll(() => lost).toSatisfy(isConnectionError)
})

test('a function of watchCreate that rejects is noted, and nothing else happens', async () => {
  await using context = await setup()
  const { linstor, connection, notices } = context
  const creating = linstor.watchCreate({ watchId: 1, onEvent: () => Promise.reject(new Error('mine')) })
  await accept(context)
  await creating
  connection.send(stateOf(1, 'alpha'), stateOf(1, 'bravo'))
  await expect.poll(() => notices).toEqual(expect.arrayContaining(['connected', 'watch-callback', 'watch-callback']))
  expect(linstor.connected).toBe(true)
})

test('exitOnErrorEventHandler finds the failures in events of deployments', async () => {
  await using context = await setup()
  const watch = context.linstor.watchEvents()
  await accept(context)
  const outcomes = (...codes: bigint[]) =>
    encodeEventRscDeploymentState({
      responses: codes.map((retCode) => ({ retCode, message: String(retCode) })),
    }).finish()
  const head = { watchId: 1, eventName: 'ResourceDeploymentState', resourceName: 'web' }
  context.connection.send(
    frames.event(head, outcomes(1n, FAIL_UNKNOWN_ERROR)),
    frames.event(head, outcomes(1n)),
    frames.event({ ...head, eventAction: 'CloseRemoved' }),
    stateOf(1, 'alpha'),
  )
  const found = (await take(watch, 4)).map((item) => item.kind === 'event' && exitOnErrorEventHandler(item))
  expect(found).toMatchObject([[{ retCode: FAIL_UNKNOWN_ERROR }], undefined, undefined, undefined])
})
