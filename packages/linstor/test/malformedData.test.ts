import { isConnectionError, isProtocolError } from '@x/core-errors'
import { encodeFrame, FrameType, unknownFields } from '@x/linstor-wire'
import { encodeMsgLstNode } from '@x/linstor-wire/messages/MsgLstNode'
import { expect, test } from 'vitest'
import { connectLinstor, expectList, isUnknownAnswerError } from '../src/index.js'
import { frames, glue, replyMessage } from './support/frames.js'
import { startScriptedServer } from './support/startScriptedServer.js'

const bytes = (...values: number[]) => Uint8Array.from(values)

async function start(options: Parameters<typeof connectLinstor>[1] = {}) {
  const server = await startScriptedServer()
  const notices: string[] = []
  const linstor = await connectLinstor(server.uri, {
    retry: false,
    hooks: { onNotice: ({ code }) => void notices.push(code) },
    ...options,
  })
  const connection = await server.connection()
  return {
    server,
    linstor,
    connection,
    notices,
    async [Symbol.asyncDispose]() {
      await linstor.close()
      await server[Symbol.asyncDispose]()
    },
  }
}

test.each([
  ['a truncated varint', bytes(0xff)],
  ['a header length beyond the frame', bytes(0x40, 0x08)],
  ['a message length beyond the frame', glue(bytes(0x02, 0x08, 0x02), bytes(0x7f, 0x00))],
  ['a header that does not parse', bytes(0x02, 0xff, 0xff)],
])('%s ends the connection and fails every open call at once, with one cause', async (_, payload) => {
  await using context = await start()
  const { linstor, connection } = context
  const calls = [linstor.nodeList(), linstor.ping(), linstor.nodeDelete({ nodeName: 'alpha' })]
  await connection.next()
  connection.send(encodeFrame(FrameType.DATA, payload))
  const outcomes = await Promise.allSettled(calls)
  const errors = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : undefined))
  expect(errors.every(isProtocolError)).toBe(true)
  expect(new Set(errors.map((error) => error.cause)).size).toBe(1)
  expect(errors.map((error) => error.operation)).toEqual(['nodeList', 'ping', 'nodeDelete'])
  await connection.closed
})

test('an answer that can not be decoded fails its call, with the path of the field, and no other', async () => {
  await using context = await start()
  const { linstor, connection } = context
  const broken = linstor.nodeList()
  const good = linstor.nodeList()
  const [first, second] = [await connection.next(), await connection.next()]
  // A node whose type, a required field, is missing.
  connection.send(frames.answer(first.id, 'LstNode', [bytes(0x0a, 0x03, 0x12, 0x01, 0x61)]))
  connection.send(frames.answer(second.id, 'LstNode', [frames.nodeList('alpha')]), frames.complete(second.id))
  await expect(broken).rejects.toSatisfy(isProtocolError)
  await expect(broken).rejects.toMatchObject({ path: 'MsgLstNode.nodes[0].type', operation: 'nodeList' })
  expect(expectList(await good).nodes).toMatchObject([{ name: 'alpha' }])
  expect(linstor.connected).toBe(true)
})

const withBadText = encodeMsgLstNode({
  nodes: [
    { name: 'xyz', type: 'SATELLITE' },
    { name: 'bravo', type: 'SATELLITE' },
  ],
})
  .finish()
  .map((byte, index, all) => (byte === 0x79 && all[index - 1] === 0x78 ? 0xff : byte))

test('a text that is not UTF-8 fails the call', async () => {
  await using context = await start()
  const list = context.linstor.nodeList()
  const { id } = await context.connection.next()
  context.connection.send(frames.answer(id, 'LstNode', [withBadText]), frames.complete(id))
  await expect(list).rejects.toMatchObject({ path: 'MsgLstNode.nodes[0].name' })
  expect(context.linstor.connected).toBe(true)
})

test('a text that is not UTF-8 is replaced on request, and what follows is intact', async () => {
  await using context = await start({ invalidText: 'replace' })
  const list = context.linstor.nodeListRaise()
  const { id } = await context.connection.next()
  context.connection.send(frames.answer(id, 'LstNode', [withBadText]), frames.complete(id))
  expect((await list).nodes.map(({ name }) => name)).toEqual(['x\uFFFDz', 'bravo'])
})

test('unknown fields are kept, and written again', async () => {
  await using context = await start()
  const list = context.linstor.nodeListRaise()
  const { id } = await context.connection.next()
  const message = glue(frames.nodeList('alpha'), bytes(0xa2, 0x06, 0x01, 0x2a))
  context.connection.send(frames.answer(id, 'LstNode', [message]), frames.complete(id))
  const nodes = await list
  expect(nodes[unknownFields]).toHaveLength(4)
  expect(new Uint8Array(encodeMsgLstNode(nodes).finish())).toEqual(message)
})

test('an unknown enum value stays a number', async () => {
  await using context = await start()
  const list = context.linstor.nodeListRaise()
  const { id } = await context.connection.next()
  const message = encodeMsgLstNode({ nodes: [{ name: 'a', type: 'x', connectionStatus: 77 }] }).finish()
  context.connection.send(frames.answer(id, 'LstNode', [message]), frames.complete(id))
  expect((await list).nodes[0]?.connectionStatus).toBe(77)
})

test('a frame of an unknown type is skipped by its length, and noted', async () => {
  await using context = await start()
  const ping = context.linstor.ping()
  const { id } = await context.connection.next()
  context.connection.send(encodeFrame(7, bytes(1, 2, 3)), frames.answer(id, 'Pong'), frames.complete(id))
  await ping
  expect(context.notices).toContain('unknown-frame')
})

test('a payload above the limit ends the connection', async () => {
  await using context = await start({ maxPayloadBytes: 100 })
  const list = context.linstor.nodeList()
  await context.connection.next()
  context.connection.send(encodeFrame(FrameType.DATA, new Uint8Array(101)))
  await expect(list).rejects.toSatisfy(isProtocolError)
  await expect(list).rejects.toThrow('announces 101 bytes, more than the limit of 100')
  await context.connection.closed
})

test('answers of one call above the limit fail that call', async () => {
  await using context = await start({ maxAnswerBytes: 100 })
  const broken = context.linstor.nodeDelete({ nodeName: 'alpha' })
  const { id } = await context.connection.next()
  const reply = replyMessage(1n, 'x'.repeat(60))
  context.connection.send(frames.answer(id, 'Reply', [reply]), frames.answer(id, 'Reply', [reply]))
  await expect(broken).rejects.toThrow('larger than 100 bytes')
  expect(context.linstor.connected).toBe(true)
})

test('an end of file inside a frame says how many bytes were missing', async () => {
  await using context = await start()
  const list = context.linstor.nodeList()
  const { id } = await context.connection.next()
  const frame = frames.answer(id, 'LstNode', [frames.nodeList('alpha')])
  context.connection.send(frame.subarray(0, frame.length - 5))
  context.connection.socket.end()
  await expect(list).rejects.toSatisfy(isConnectionError)
  await expect(list).rejects.toThrow('5 bytes of a frame missing')
})

test('an unknown answer fails only its call and keeps the bytes', async () => {
  await using context = await start()
  const { linstor, connection } = context
  const [broken, good] = [linstor.nodeList(), linstor.ping()]
  const [first, second] = [await connection.next(), await connection.next()]
  connection.send(
    frames.answer(first.id, 'Surprise', [bytes(1, 2)]),
    frames.answer(second.id, 'Pong'),
    frames.complete(second.id),
  )
  const error = await broken.catch((reason: unknown) => reason)
  expect(isUnknownAnswerError(error) && [error.content, error.messages]).toEqual(['Surprise', [bytes(1, 2)]])
  await good
  // What still comes for the failed call is dropped.
  connection.send(frames.complete(first.id))
  const last = linstor.ping()
  const { id } = await connection.next()
  connection.send(frames.answer(id, 'Pong'), frames.complete(id))
  await last
})

test('answers that nobody asked for, empty frames and unknown one-way messages are noted and dropped', async () => {
  await using context = await start()
  const { linstor, connection, notices } = context
  connection.send(
    frames.reply(99n),
    frames.complete(98n),
    encodeFrame(FrameType.DATA),
    frames.oneway('News'),
    frames.version(),
  )
  const ping = linstor.ping()
  const { id } = await connection.next()
  connection.send(frames.answer(id, 'Pong'), frames.complete(id))
  await ping
  expect(notices).toEqual([
    'connected',
    'unknown-call',
    'unknown-call',
    'empty-frame',
    'unknown-oneway',
    'second-version',
  ])
})

test('a call from the controller ends the connection', async () => {
  await using context = await start()
  const list = context.linstor.nodeList()
  await context.connection.next()
  context.connection.send(frames.callAsAnswer(77n, 'DoThis'))
  await expect(list).rejects.toThrow('the controller sent a call, DoThis')
  await context.connection.closed
})

test('a call that ends without any answer is an error', async () => {
  await using context = await start()
  const list = context.linstor.nodeList()
  const { id } = await context.connection.next()
  context.connection.send(frames.endOfImmediate(id), frames.complete(id))
  await expect(list).rejects.toThrow('ended without an answer (LstNode)')
})
