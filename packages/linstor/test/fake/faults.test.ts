import { createManualClock } from '@x/core-errors/testing'
import { encodeCall, encodeFrame, FrameType } from '@x/linstor-wire'
import { FAIL_SQL, MASK_CRT, MASK_NODE } from '@x/linstor-wire/constants'
import { expect, test } from 'vitest'
import { createFakeLinstor } from '../../src/testing/index.js'
import { openRawConnection } from './openRawConnection.js'

const alpha = { node: { name: 'alpha', type: 'Satellite', netInterfaces: [] } }

test('a fault strikes the calls it names, as often as it is told to, and no others', async () => {
  await using fake = await createFakeLinstor()
  fake.failNext({ call: 'LstNode', times: 2, reply: { retCode: FAIL_SQL, message: 'no' } })
  await using connection = await openRawConnection(fake.uri)
  expect((await connection.call('Ping')).contents).toContain('Pong')
  expect((await connection.call('LstNode')).messages).toMatchObject([{ message: 'no' }])
  expect(fake.pendingFaults).toBe(1)
  expect((await connection.call('LstNode')).contents).toContain('Reply')
  expect((await connection.call('LstNode')).contents).toContain('LstNode')
  expect(fake.pendingFaults).toBe(0)
})

test('faults that did not strike can be forgotten', async () => {
  await using fake = await createFakeLinstor()
  fake.failNext({ drop: 'before' })
  fake.failNextConnection({ silent: true })
  expect(fake.pendingFaults).toBe(2)
  fake.clearFaults()
  await using connection = await openRawConnection(fake.uri)
  expect((await connection.call('Ping')).contents).toContain('Pong')
})

test('a dropped call is executed when it is dropped after, and not when before', async () => {
  await using fake = await createFakeLinstor()
  for (const drop of ['before', 'after'] as const) {
    fake.failNext({ drop, match: ({ message }) => JSON.stringify(message).includes('alpha') })
    await using connection = await openRawConnection(fake.uri)
    connection.send('CrtNode', alpha)
    await connection.untilClosed()
    expect(connection.frames).toHaveLength(1)
    expect(fake.state.nodes).toHaveLength(drop === 'before' ? 0 : 1)
  }
})

test.each([1, 16, 30])('an answer can break off after %i bytes', async (drop) => {
  await using fake = await createFakeLinstor()
  await using connection = await openRawConnection(fake.uri)
  fake.failNext({ drop })
  connection.send('LstNode')
  await connection.untilClosed()
  expect(connection.frames).toHaveLength(1)
  expect(connection.missingBytes).toBeGreaterThan(0)
})

test('a connection can be reset', async () => {
  await using fake = await createFakeLinstor()
  fake.failNext({ drop: 'before', reset: true })
  await using connection = await openRawConnection(fake.uri)
  connection.send('Ping')
  await connection.untilClosed()
  expect(connection.error).toMatchObject({ code: 'ECONNRESET' })
})

test('a call that hangs is executed or not, and others go on', async () => {
  await using fake = await createFakeLinstor()
  fake.failNext({ call: 'CrtNode', hang: 'after' })
  await using connection = await openRawConnection(fake.uri)
  const id = connection.send('CrtNode', alpha)
  await connection.call('Ping')
  expect(connection.answers(id).contents).toEqual([])
  expect(fake.state.nodes).toHaveLength(1)
  fake.failNext({ call: 'DelNode', hang: 'before' })
  connection.send('DelNode', { nodeName: 'alpha' })
  await connection.call('Ping')
  expect(fake.state.nodes).toHaveLength(1)
})

test('a delayed call is overtaken', async () => {
  const clock = createManualClock()
  await using fake = await createFakeLinstor({ clock })
  fake.failNext({ call: 'LstNode', delayMs: 1_000 })
  await using connection = await openRawConnection(fake.uri)
  const id = connection.send('LstNode')
  await connection.call('Ping')
  expect(connection.answers(id).contents).toEqual([])
  await clock.advance(1_000)
  await connection.until(() => connection.answers(id).contents.includes('COMPLETE'))
})

test.each(['EndOfImmediateAnswers', 'COMPLETE'] as const)('%s can be left out', async (omit) => {
  await using fake = await createFakeLinstor()
  fake.failNext({ call: 'LstNode', omit })
  await using connection = await openRawConnection(fake.uri)
  const id = connection.send('LstNode')
  await connection.call('Ping')
  const expected = ['LstNode', 'EndOfImmediateAnswers', 'COMPLETE'].filter((content) => content !== omit)
  expect(connection.answers(id).contents).toEqual(expected)
})

test('an answer of unknown content can be sent', async () => {
  await using fake = await createFakeLinstor()
  fake.failNext({ answer: { content: 'Strange', messages: [Uint8Array.of(1, 2, 3)] } })
  await using connection = await openRawConnection(fake.uri)
  const id = connection.send('LstNode')
  await connection.until(() => connection.answers(id).contents.includes('COMPLETE'))
  expect(connection.frames[1]).toMatchObject({ header: { msgContent: 'Strange' }, messages: [Buffer.from([1, 2, 3])] })
})

test('frames can come twice', async () => {
  await using fake = await createFakeLinstor()
  fake.failNext({ duplicate: true })
  await using connection = await openRawConnection(fake.uri)
  const id = connection.send('Ping')
  await connection.until(() => connection.answers(id).contents.length === 6)
  expect(connection.answers(id).contents.slice(0, 2)).toEqual(['Pong', 'Pong'])
})

test('garbled messages leave the frames intact, garbled frames do not', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  await using connection = await openRawConnection(fake.uri)
  fake.failNext({ garble: 'message' })
  const id = connection.send('LstNode')
  await connection.until((frames) => frames.some(({ header }) => header.apiCallId === id && header.msgType === 3))
  expect(() => connection.answers(id)).toThrow(/MsgLstNode/)
  fake.failNext({ garble: 'frame' })
  connection.send('LstNode')
  await expect(connection.until(() => connection.failure !== undefined)).resolves.toBeDefined()
  expect(String(connection.failure)).toMatch(/announces 4294967295 bytes/)
})

test('answers come in pieces', async () => {
  await using fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }] })
  fake.failNext({ split: 1 })
  await using connection = await openRawConnection(fake.uri)
  const { messages } = await connection.call('LstNode')
  expect(messages).toMatchObject([{ nodes: [{ name: 'alpha' }] }])
  expect(connection.chunks).toBeGreaterThan(10)
})

test('a connection can be silent, announce other versions, or none', async () => {
  await using fake = await createFakeLinstor()
  fake.failNextConnection({ silent: true })
  await using silent = await openRawConnection(fake.uri, { version: false })
  silent.send('Ping')
  fake.failNextConnection({ version: { version: 9, minVersion: 7 } })
  await using other = await openRawConnection(fake.uri)
  expect(other.version()).toMatchObject({ version: 9, minVersion: 7 })
  fake.failNextConnection({ noVersion: true })
  await using none = await openRawConnection(fake.uri, { version: false })
  expect((await none.call('Ping')).contents).toContain('Pong')
  expect(none.frames).toHaveLength(3)
  expect(silent.frames).toHaveLength(0)
})

test('a connection can be that of a controller of API version 1', async () => {
  await using fake = await createFakeLinstor()
  fake.failNextConnection({ legacy: true })
  await using connection = await openRawConnection(fake.uri)
  expect(connection.isLegacy()).toBe(true)
})

test('a connection can close at once, in the middle of the version, and send nonsense first', async () => {
  await using fake = await createFakeLinstor()
  for (const drop of [0, 20]) {
    fake.failNextConnection({ drop })
    await using connection = await openRawConnection(fake.uri, { version: false })
    await connection.untilClosed()
    expect(connection.frames).toHaveLength(0)
  }
  fake.failNextConnection({ greeting: encodeFrame(7, Uint8Array.of(1)) })
  await using connection = await openRawConnection(fake.uri)
  await connection.until((frames) => frames.length === 2)
  expect(connection.frames.map(({ type }) => type)).toEqual([7, FrameType.DATA])
})

test('what a test sends reaches every connection', async () => {
  await using fake = await createFakeLinstor()
  await using one = await openRawConnection(fake.uri)
  await using two = await openRawConnection(fake.uri)
  fake.send(encodeCall({ msgType: 0, msgContent: 'Unheard' }))
  for (const connection of [one, two]) await connection.until((frames) => frames.length === 2)
  expect(two.frames[1]?.header.msgContent).toBe('Unheard')
})

test('a refusal of our own making is sent as it is', async () => {
  await using fake = await createFakeLinstor()
  const retCode = FAIL_SQL | MASK_CRT | MASK_NODE
  fake.failNext({
    reply: [
      { retCode, message: 'one', objRefs: { Node: 'alpha' } },
      { retCode: 1n, message: 'two' },
    ],
  })
  await using connection = await openRawConnection(fake.uri)
  expect((await connection.call('CrtNode', alpha)).messages).toMatchObject([
    { retCode, message: 'one', objRefs: [{ key: 'Node', value: 'alpha' }] },
    { message: 'two' },
  ])
  expect(fake.state.nodes).toEqual([])
})
