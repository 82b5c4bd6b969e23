import { Duplex } from 'node:stream'
import { type ConnectionError, isConnectionError } from '@x/core-errors'
import { decodeFrame, FrameDecoder } from '@x/linstor-wire'
import { FAIL_EXISTS_NODE, WARN_NOT_FOUND } from '@x/linstor-wire/constants'
import { encodeEventRscState } from '@x/linstor-wire/messages/eventdata/EventRscState'
import { decodeMsgCrtWatch } from '@x/linstor-wire/messages/MsgCrtWatch'
import { expect, test, vi } from 'vitest'
import {
  connectLinstor,
  expectList,
  expectSuccess,
  LinstorApiError,
  type LinstorEvent,
  openResource,
} from '../../src/index.js'
import { createFakeLinstor } from '../../src/testing/index.js'
import { frames, glue, replyMessage } from '../support/frames.js'
import { setup } from '../support/setup.js'

const onAlpha = { watchId: 1, eventName: 'ResourceState', resourceName: 'web', nodeName: 'alpha' }
const readyState = encodeEventRscState({ ready: true }).finish()

test('pitfall 16: an answer that arrives while the request is being written is not lost', async () => {
  const decoder = new FrameDecoder()
  // Answers within write(), before it returns.
  const duplex = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      decoder.push(chunk, ({ payload }) => {
        const { apiCallId: id = 0n } = decodeFrame(payload)?.header ?? {}
        duplex.push(glue(frames.answer(id, 'Pong'), frames.complete(id)))
      })
      done()
    },
  })
  duplex.push(frames.version())
  await using linstor = await connectLinstor('tunnel', { duplex: async () => duplex })
  await linstor.ping()
})

test('pitfall 17: answers that come later count, too: only COMPLETE ends a call', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const seen: string[] = []
  const call = linstor.nodeDelete({ nodeName: 'alpha' })
  const { id } = await connection.next()
  const reading = (async () => {
    for await (const { message } of call) seen.push(message)
  })()
  for (const message of ['one', 'two', 'three']) {
    connection.send(frames.reply(id, 1n, message))
    await expect.poll(() => seen.at(-1)).toBe(message)
  }
  connection.send(frames.endOfImmediate(id), frames.reply(id, 1n, 'four'), frames.complete(id))
  await reading
  expect((await call).map(({ message }) => message)).toEqual(['one', 'two', 'three', 'four'])
})

test('pitfall 18: an async call ends with the immediate answers, and what comes later is dropped until its end', async () => {
  await using context = await setup()
  const { linstor, connection, notices } = context
  const call = linstor.nodeDelete({ nodeName: 'alpha', asyncMsg: true })
  const { id } = await connection.next()
  connection.send(frames.reply(id, 1n, 'registered'), frames.endOfImmediate(id))
  expect((await call).map(({ message }) => message)).toEqual(['registered'])
  expect(linstor.stats().openCalls).toBe(0)
  const ping = linstor.ping()
  const { id: pingId } = await connection.next()
  connection.send(
    frames.reply(id, 1n, 'late'),
    frames.complete(id),
    frames.answer(pingId, 'Pong'),
    frames.complete(pingId),
  )
  await ping
  expect(notices).toEqual(['connected'])
})

test('pitfall 18: without the marker, as on LINSTOR 0.5.0, an async call ends with COMPLETE', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  fake.failNext({ call: 'DelNode', omit: 'EndOfImmediateAnswers' })
  await using linstor = await connectLinstor(fake.uri)
  expect(await linstor.nodeDelete({ nodeName: 'alpha', asyncMsg: true })).not.toHaveLength(0)
})

test('pitfall 19: hooks that throw change nothing', async () => {
  const fail = () => {
    throw new Error('hook')
  }
  using emitWarning = vi.spyOn(process, 'emitWarning').mockReturnValue()
  const hooks = { onRequest: fail, onResponse: fail, onNotice: fail, onFailure: fail }
  await using context = await setup({ hooks })
  const ping = context.linstor.ping()
  const { id } = await context.connection.next()
  context.connection.send(frames.reply(99n), frames.answer(id, 'Pong'), frames.complete(id))
  await ping
  expect(emitWarning.mock.calls.map(([text]) => text)).toEqual([
    'The onNotice hook threw: hook',
    'The onRequest hook threw: hook',
    'The onNotice hook threw: hook',
    'The onResponse hook threw: hook',
  ])
})

test('pitfall 20: a ping tells how long it took', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = await connectLinstor(fake.uri)
  expect(await linstor.ping()).toBeGreaterThan(0)
  fake.failNext({ call: 'Ping', reply: { retCode: FAIL_EXISTS_NODE, message: 'no' } })
  await expect(linstor.ping()).rejects.toBeInstanceOf(LinstorApiError)
})

test('pitfall 21: no error report at all is a good answer', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = await connectLinstor(fake.uri)
  expect(await linstor.errorReportList()).toEqual([])
})

test('pitfall 22: all answers of a list call are kept, and outcomes are told from lists', async () => {
  await using context = await setup()
  const call = context.linstor.nodeList()
  const { id } = await context.connection.next()
  const warning = replyMessage(WARN_NOT_FOUND, 'bravo was not asked')
  context.connection.send(
    frames.answer(id, 'LstNode', [frames.nodeList('alpha')]),
    frames.answer(id, 'Reply', [warning]),
    frames.complete(id),
  )
  const answers = await call
  expect(answers.map(({ kind }) => kind)).toEqual(['list', 'reply'])
  expect(expectList(answers).nodes.map(({ name }) => name)).toEqual(['alpha'])
})

test('pitfall 23: an error after other outcomes is an error', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  await using linstor = await connectLinstor(fake.uri)
  const web = await openResource(linstor, { name: 'web' })
  fake.failNext({
    call: 'CrtRscDfn',
    answer: {
      content: 'Reply',
      messages: [replyMessage(WARN_NOT_FOUND, 'odd'), replyMessage(FAIL_EXISTS_NODE, 'bad')],
    },
  })
  await expect(web.autoplace()).rejects.toThrow('resourceDfnCreate: bad (FAIL_EXISTS_NODE)')
  expect(web.defined).toBe(false)
})

test('pitfall 24: an empty list is a list', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = await connectLinstor(fake.uri)
  const [answer] = await linstor.nodeList()
  expect(answer).toMatchObject({ kind: 'list', list: { nodes: [] } })
  expect((await linstor.nodeListRaise()).nodes.length).toBe(0)
})

test('pitfall 25: an unknown answer fails its call and disconnects nobody', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = await connectLinstor(fake.uri)
  fake.failNext({ call: 'LstNode', answer: { content: 'Unheard' } })
  await expect(linstor.nodeList()).rejects.toThrow('nodeList: unknown answer "Unheard"')
  await linstor.ping()
  expect(linstor.stats().connections).toBe(1)
})

test('pitfall 26: all calls that a loss ends fail with the same cause, each once and under its own name', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const calls = [linstor.nodeList(), linstor.ping(), linstor.nodeDelete({ nodeName: 'alpha' }), linstor.volumeList()]
  for (const _ of calls) await connection.next()
  connection.socket.end()
  const outcomes = await Promise.allSettled(calls)
  const errors = outcomes.map((outcome) =>
    outcome.status === 'rejected' ? (outcome.reason as ConnectionError) : undefined,
  )
  expect(errors.every(isConnectionError)).toBe(true)
  expect(errors.map((error) => error?.operation)).toEqual(['nodeList', 'ping', 'nodeDelete', 'volumeList'])
  expect(new Set(errors.map((error) => error?.cause)).size).toBe(1)
  expect(errors.map((error) => error?.retryable)).toEqual([true, true, false, true])
})

test('pitfall 27: what a list call throws keeps all outcomes with their codes', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = await connectLinstor(fake.uri)
  fake.failNext({
    call: 'LstNode',
    answer: { content: 'Reply', messages: [replyMessage(FAIL_EXISTS_NODE, 'a'), replyMessage(WARN_NOT_FOUND, 'b')] },
  })
  const error = await linstor.nodeListRaise().catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'FAIL_EXISTS_NODE', kind: 'api', operation: 'nodeListRaise' })
  expect((error as LinstorApiError).replies.map(({ retCode, message }) => [retCode, message])).toEqual([
    [FAIL_EXISTS_NODE, 'a'],
    [WARN_NOT_FOUND, 'b'],
  ])
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ replies: [{ retCode: String(FAIL_EXISTS_NODE) }, {}] })
})

test('pitfall 28: ending a watch on a dead connection does not hide why it ended', async () => {
  await using context = await setup()
  const { linstor, connection, server } = context
  const watch = linstor.watchEvents()
  const reading = (async () => {
    for await (const _ of watch);
  })()
  const { id } = await connection.next()
  connection.send(frames.reply(id), frames.complete(id))
  await watch.ready
  connection.socket.end()
  await expect(reading).rejects.toThrow('watchEvents: connection to')
  await expect(reading).rejects.toSatisfy(isConnectionError)
  expect(server.accepted).toBe(1)
})

test('pitfall 29: events go to their own watch, and no id is used twice', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const answer = async () => {
    const { id, content, messages } = await connection.next()
    connection.send(frames.reply(id), frames.complete(id))
    return content === 'CrtWatch' ? decodeMsgCrtWatch(messages[0] as Uint8Array).watchId : content
  }
  const seen: [string, string | undefined][] = []
  const watches = ['a', 'b'].map((name) => linstor.watchEvents({ nodeName: `node-${name}` }))
  const ids = [await answer(), await answer()]
  await Promise.all(watches.map(({ ready }) => ready))
  const readers = watches.map(async (watch, index) => {
    for await (const event of watch) if (event.kind === 'event') seen.push([`watch ${index}`, event.nodeName])
  })
  connection.send(
    frames.event({ ...onAlpha, watchId: 2, nodeName: 'node-b' }, readyState),
    frames.event({ ...onAlpha, watchId: 1, nodeName: 'node-a' }, readyState),
  )
  await expect
    .poll(() => seen)
    .toEqual([
      ['watch 1', 'node-b'],
      ['watch 0', 'node-a'],
    ])
  const closing = watches[0]?.close()
  expect(await answer()).toBe('DelWatch')
  await closing
  const third = linstor.watchEvents()
  ids.push(await answer())
  await third.ready
  expect(ids).toEqual([1, 2, 3])
  await expect(linstor.watchCreate({ watchId: 1, onEvent: () => {} })).rejects.toThrow('watch id 1 was used before')
  const last = linstor.close()
  await Promise.allSettled(readers)
  await last
})

test('pitfall 30: a watch is deleted when its loop ends, however it ends', async () => {
  await using fake = await createFakeLinstor({
    apiVersion: 3,
    nodes: [{ name: 'alpha' }],
    storagePools: [{ node: 'alpha', name: 'pool' }],
    resourceDefinitions: [{ name: 'web', volumes: [{ sizeKib: 4096 }] }],
    resources: [{ name: 'web', node: 'alpha', storagePool: 'pool' }],
  })
  await using linstor = await connectLinstor(fake.uri)
  for await (const _ of linstor.watchEvents({ resourceName: 'web' })) break
  const failing = (async () => {
    for await (const _ of linstor.watchEvents({ resourceName: 'web' })) throw new Error('mine')
  })()
  await expect(failing).rejects.toThrow('mine')
  const deleted = fake.requests.filter(({ call }) => call === 'DelWatch').map(({ message }) => message)
  expect(deleted).toMatchObject([{ watchId: 1 }, { watchId: 2 }])
})

test('pitfall 31: events that close a stream have no data, and that is fine', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const watch = linstor.watchEvents()
  const { id } = await connection.next()
  connection.send(
    frames.reply(id),
    frames.complete(id),
    frames.event({ ...onAlpha, eventAction: 'CloseRemoved' }),
    frames.event({ ...onAlpha, eventAction: 'CloseNoConnection' }),
    frames.event(onAlpha, readyState),
  )
  const seen: (LinstorEvent['data'] | string)[] = []
  const iterator = watch[Symbol.asyncIterator]()
  for (let index = 0; index < 3; index++) {
    const { value } = await iterator.next()
    if (value?.kind === 'event') seen.push(value.action, value.data)
  }
  expect(seen).toEqual(['CloseRemoved', undefined, 'CloseNoConnection', undefined, 'Value', { ready: true }])
})

test('pitfall 32: events that come before the reply to the watch are not lost', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const watch = linstor.watchEvents()
  const { id } = await connection.next()
  connection.send(frames.event(onAlpha, readyState), frames.reply(id), frames.complete(id))
  const { value } = await watch[Symbol.asyncIterator]().next()
  expect(value).toMatchObject({ eventName: 'ResourceState', nodeName: 'alpha', data: { ready: true } })
})

test('pitfall 34: whether to wait is a parameter with a name of its own', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  await using linstor = await connectLinstor(fake.uri)
  expectSuccess(await linstor.nodeDelete({ nodeName: 'alpha', asyncMsg: true }))
  // @ts-expect-error: a word that is reserved elsewhere
  await expect(linstor.nodeDelete({ nodeName: 'alpha', async: true })).rejects.toThrow(
    'async: there is no such parameter',
  )
})
