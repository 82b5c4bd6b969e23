import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isConnectionError, isProtocolError, isTimeoutError } from '@x/core-errors'
import { createManualClock } from '@x/core-errors/testing'
import { encodeFrame, FrameType } from '@x/linstor-wire'
import { runNode } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import { connectLinstor, createLinstor, isVersionMismatchError } from '../../src/index.js'
import { createFakeLinstor } from '../../src/testing/index.js'
import { frames, glue, replyMessage } from '../support/frames.js'
import { setup } from '../support/setup.js'
import { startScriptedServer } from '../support/startScriptedServer.js'

const pem = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/tls', name), 'utf8')
const tls = { key: pem('key.pem'), cert: pem('cert.pem') }

test('pitfall 1: frames of length 0 of every type are taken in stride', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const ping = linstor.ping()
  const { id } = await connection.next()
  connection.send(...[0, 1, 2, 7].map((type) => encodeFrame(type)), frames.answer(id, 'Pong'), frames.complete(id))
  await ping
  await expect.poll(() => connection.frameTypes).toContain(FrameType.PONG)
})

test('pitfall 2: large requests arrive whole and in order, beside others, at a reader that is slow', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  connection.socket.pause()
  const value = 'x'.repeat(4_000_000)
  const calls = ['a', 'b', 'c'].map((letter) =>
    linstor.controllerSetProp({ key: `Aux/${letter}`, value: letter + value }),
  )
  const last = linstor.controllerDelProp({ key: 'Aux/d' })
  connection.socket.resume()
  for (const letter of ['a', 'b', 'c', 'd']) {
    const { id, messages } = await connection.next()
    const text = Buffer.from(messages[0] as Uint8Array).toString()
    expect(text).toContain(letter)
    if (letter !== 'd') expect(text).toContain(letter + value)
    connection.send(frames.reply(id), frames.complete(id))
  }
  await Promise.all([...calls, last])
})

test('pitfall 3: what comes glued to the version message, or split, is read through the same parser', async () => {
  await using server = await startScriptedServer({ greeting: glue(frames.version(), encodeFrame(FrameType.PING)) })
  await using linstor = await connectLinstor(server.uri)
  const connection = await server.connection()
  await expect.poll(() => connection.frameTypes).toEqual([FrameType.PONG])
  expect(linstor.controllerInfo()?.version).toBe('0.7.3')

  await using fake = await createFakeLinstor()
  fake.failNextConnection({ split: 1 })
  await using other = await connectLinstor(fake.uri)
  await other.ping()
})

test('pitfall 4: an end of file instead of the version message fails at once', async () => {
  await using fake = await createFakeLinstor()
  fake.failNextConnection({ drop: 20 })
  const connecting = connectLinstor(fake.uri, { connectTimeoutMs: 60_000 })
  await expect(connecting).rejects.toSatisfy(isConnectionError)
  await expect(connecting).rejects.toThrow('bytes of a frame missing')
})

test('pitfall 5: a first message that is no version is a protocol error with a type, and the socket is closed', async () => {
  await using server = await startScriptedServer({ greeting: frames.reply(1n) })
  const connecting = connectLinstor(server.uri)
  await expect(connecting).rejects.toMatchObject({ errors: [expect.toSatisfy(isProtocolError)] })
  await expect(connecting).rejects.toThrow('the first message is Reply, not Version')
  await (await server.connection()).closed
})

test('pitfall 6: whatever ends the reader rejects every open call', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const calls = Array.from({ length: 5 }, () => linstor.nodeList())
  await connection.next()
  connection.send(encodeFrame(FrameType.DATA, Uint8Array.of(0x80)))
  const outcomes = await Promise.allSettled(calls)
  expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill('rejected'))
  expect(linstor.connected).toBe(false)
})

test('pitfall 7: closing, a reset and a malformed frame at the same time end the connection once', async () => {
  await using context = await setup()
  const { linstor, connection, notices } = context
  const list = linstor.nodeList().catch((error: unknown) => error)
  await connection.next()
  connection.send(encodeFrame(FrameType.DATA, Uint8Array.of(0x80)))
  connection.socket.resetAndDestroy()
  await Promise.all([linstor.disconnect(), linstor.close(), linstor.disconnect()])
  expect(isConnectionError(await list) || isProtocolError(await list)).toBe(true)
  expect(notices.filter((code) => code === 'disconnected')).toHaveLength(1)
})

test('pitfall 8: closing ends the reader at once, and closing again is fine', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const list = linstor.nodeList()
  await connection.next()
  const closing = [linstor.close(), linstor.close()]
  await expect(list).rejects.toThrow('this client is closed')
  await Promise.all(closing)
  await connection.closed
  await linstor.close()
  await expect(linstor.nodeList()).rejects.toThrow('nodeList: this client is closed')
})

test('pitfall 9: a process with an open connection and nothing to wait for ends by itself', async () => {
  await using fake = await createFakeLinstor()
  const program = `
    import { connectLinstor } from '@x/linstor'
    const linstor = await connectLinstor(process.env.LINSTOR_URI)
    await linstor.ping()
    console.log('done')
  `
  const { stdout } = await runNode(program, { from: import.meta.dirname, env: { LINSTOR_URI: fake.uri } })
  expect(stdout).toBe('done\n')
})

test('pitfall 10: the idle time begins anew with each connection', async () => {
  const clock = createManualClock()
  await using context = await setup({ clock, idleTimeoutMs: 1_000, keepAlive: false })
  const { linstor, server } = context
  await clock.advance(900)
  await linstor.disconnect()
  await linstor.connect()
  const connection = await server.connection()
  await clock.advance(900)
  expect(linstor.connected).toBe(true)
  const list = linstor.nodeList().catch((error: unknown) => error)
  await connection.next()
  await clock.advance(200)
  expect(await list).toSatisfy(isTimeoutError)
  expect(await list).toMatchObject({ message: expect.stringContaining('nothing arrived for 1000 ms') })
})

test('pitfall 11: keep-alive leaves nothing behind', async () => {
  const clock = createManualClock()
  await using context = await setup({ clock, keepAlive: { intervalMs: 50 }, idleTimeoutMs: 1_000 })
  const { linstor, connection } = context
  for (let round = 0; round < 10; round++) {
    const pings = connection.frameTypes.length
    await clock.advance(50)
    await expect.poll(() => connection.frameTypes.length).toBe(pings + 1)
    const { receivedBytes } = linstor.stats()
    connection.send(encodeFrame(FrameType.PONG))
    await expect.poll(() => linstor.stats().receivedBytes).toBe(receivedBytes + 16)
  }
  expect(connection.frameTypes).toEqual(Array(10).fill(FrameType.PING))
  expect(linstor.stats().openCalls).toBe(0)
  expect(linstor.connected).toBe(true)
  expect(clock.pending).toBe(1)
})

test('pitfall 12: errors name the controller although its socket is gone', async () => {
  await using context = await setup()
  const { linstor, connection, server } = context
  const list = linstor.nodeList()
  await connection.next()
  connection.socket.resetAndDestroy()
  await expect(list).rejects.toThrow(server.uri)
  await expect(list).rejects.toMatchObject({ code: 'ECONNRESET', cause: expect.toSatisfy(isConnectionError) })
})

test('pitfall 13: after a version that does not fit the socket is closed and the client is not connected', async () => {
  await using server = await startScriptedServer({ greeting: frames.version({ version: 4, minVersion: 4 }) })
  await using linstor = createLinstor({ uri: server.uri })
  await expect(linstor.connect()).rejects.toSatisfy(isVersionMismatchError)
  await (await server.connection()).closed
  expect(linstor.connected).toBe(false)
})

test('pitfall 14: certificates are verified unless that is switched off', async () => {
  await using fake = await createFakeLinstor({ tls })
  await expect(connectLinstor(fake.uri)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  await using trusting = await connectLinstor(fake.uri, { tls: { ca: tls.cert } })
  await trusting.ping()
  const wrongName = connectLinstor(fake.uri, { tls: { ca: tls.cert, servername: 'elsewhere.test' } })
  await expect(wrongName).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
  await using careless = await connectLinstor(fake.uri, { tls: { verify: false } })
  await careless.ping()
})

test('pitfall 14: the name of the host is asked for', async () => {
  let asked: string | undefined
  const SNICallback = (name: string, done: (error: null) => void) => {
    asked = name
    done(null)
  }
  await using server = await startScriptedServer({ tls: { ...tls, SNICallback } })
  const uri = server.uri.replace('127.0.0.1', 'localhost')
  await using linstor = await connectLinstor(uri, { tls: { ca: [new TextEncoder().encode(tls.cert)] } })
  expect(linstor.connected).toBe(true)
  expect(asked).toBe('localhost')
})

test('pitfall 14: a client certificate is sent to a controller that asks for one', async () => {
  await using server = await startScriptedServer({
    tls: { ...tls, requestCert: true, ca: tls.cert, rejectUnauthorized: true },
  })
  await using linstor = await connectLinstor(server.uri, { tls: { ca: tls.cert, cert: tls.cert, key: tls.key } })
  expect(linstor.connected).toBe(true)
})

test('pitfall 14a: answers of many TLS records are read without waiting for more', async () => {
  const nodes = Array.from({ length: 500 }, (_, index) => ({ name: `node-${index}` }))
  await using fake = await createFakeLinstor({ tls, nodes })
  await using linstor = await connectLinstor(fake.uri, { tls: { ca: tls.cert } })
  const list = await linstor.nodeListRaise()
  expect(list.nodes).toHaveLength(500)
  expect(linstor.stats().receivedBytes).toBeGreaterThan(3 * 16_384)
})

test('pitfall 15: each received byte is counted once', async () => {
  await using context = await setup()
  const { linstor, connection } = context
  const list = linstor.nodeList()
  const { id } = await connection.next()
  const answer = glue(frames.answer(id, 'Reply', [replyMessage(1n, 'x'.repeat(5_000))]), frames.complete(id))
  connection.send(answer.subarray(0, 3_000))
  connection.send(answer.subarray(3_000))
  await list
  expect(linstor.stats()).toMatchObject({ receivedBytes: frames.version().length + answer.length, connections: 1 })
})
