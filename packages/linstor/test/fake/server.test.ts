import { readFileSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import { encodeCall, frameHeaderBytes, maxSentPayloadBytes } from '@x/linstor-wire'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import { leakedHandles, openHandles } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import { createFakeLinstor } from '../../src/testing/index.js'
import { openRawConnection } from './openRawConnection.js'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/tls', name), 'utf8')
const tls = { key: fixture('key.pem'), cert: fixture('cert.pem') }
const pingCall = (id: bigint) => encodeCall({ msgType: MsgHeaderMsgType.API_CALL, apiCallId: id, msgContent: 'Ping' })

test('announces the version and the release that it imitates', async () => {
  await using two = await createFakeLinstor()
  await using three = await createFakeLinstor({ apiVersion: 3, controllerInfo: 'LINSTOR,Controller,0.7.3,x,y' })
  await using first = await openRawConnection(two.uri)
  await using second = await openRawConnection(three.uri, { apiVersion: 3 })
  expect(first.version()).toMatchObject({ version: 2, minVersion: 2, features: 0n })
  expect(second.version()).toMatchObject({ version: 3, minVersion: 3, controllerInfo: 'LINSTOR,Controller,0.7.3,x,y' })
})

test('speaks TLS, and hangs up on plain bytes', async () => {
  await using fake = await createFakeLinstor({ tls })
  expect(fake.uri).toMatch(/^linstor\+ssl:\/\/127\.0\.0\.1:\d+$/)
  await using connection = await openRawConnection(fake.uri, { ca: tls.cert })
  expect((await connection.call('Ping')).contents).toContain('Pong')
  await using plain = await openRawConnection(fake.uri.replace('+ssl', ''), { version: false })
  plain.write(pingCall(1n))
  await plain.untilClosed()
  expect(plain.frames).toEqual([])
})

test('closing it twice, with connections open, leaves nothing behind', async () => {
  const before = openHandles()
  const fake = await createFakeLinstor({ nodes: [{ name: 'alpha' }], deployMs: 60_000 })
  await using connection = await openRawConnection(fake.uri)
  connection.send('LstStorPool')
  await connection.call('Ping')
  expect(fake.connections).toBe(1)
  await Promise.all([fake.close(), fake.close()])
  await fake.close()
  await connection.untilClosed()
  expect(fake.connections).toBe(0)
  expect(await leakedHandles(before)).toEqual([])
})

test('goes away and comes back on the same port with everything still there', async () => {
  await using fake = await createFakeLinstor()
  await using first = await openRawConnection(fake.uri)
  await first.call('CrtNode', { node: { name: 'alpha', type: 'Satellite' } })
  await fake.stop()
  await first.untilClosed()
  await using refused = await openRawConnection(fake.uri, { version: false })
  await refused.untilClosed()
  expect(refused.error).toMatchObject({ code: 'ECONNREFUSED' })
  await fake.restart()
  await using second = await openRawConnection(fake.uri)
  expect((await second.call('LstNode')).messages).toMatchObject([{ nodes: [{ name: 'alpha' }] }])
})

test('drops its connections and goes on listening', async () => {
  await using fake = await createFakeLinstor()
  await using first = await openRawConnection(fake.uri)
  fake.dropConnections('reset')
  await first.untilClosed()
  expect(first.error).toMatchObject({ code: 'ECONNRESET' })
  await using second = await openRawConnection(fake.uri)
  expect((await second.call('Ping')).contents).toContain('Pong')
})

test('a shutdown by one client closes the connections of all', async () => {
  await using fake = await createFakeLinstor()
  await using one = await openRawConnection(fake.uri)
  await using two = await openRawConnection(fake.uri)
  const id = one.send('ControlCtrl', { command: 'Shutdown' })
  await Promise.all([one.untilClosed(), two.untilClosed()])
  expect(one.answers(id)).toMatchObject({ contents: ['Reply'], messages: [{ retCode: 0n }] })
})

test('remembers the last 10,000 calls', async () => {
  await using fake = await createFakeLinstor()
  await using connection = await openRawConnection(fake.uri)
  const count = 10_001
  const calls = Array.from({ length: count }, (_, index) => pingCall(BigInt(index)))
  connection.write(Buffer.concat(calls))
  await connection.until((frames) => frames.length === 1 + 3 * count)
  expect(fake.requests).toHaveLength(10_000)
  expect(fake.requests[0]).toEqual({ call: 'Ping', id: 1n, message: undefined, connection: 1, oneway: false })
  fake.clearRequests()
  expect(fake.requests).toEqual([])
})

test('serves hundreds of calls at once, on many connections', async () => {
  await using fake = await createFakeLinstor()
  const connections = await Promise.all(Array.from({ length: 20 }, () => openRawConnection(fake.uri)))
  await Promise.all(
    connections.flatMap((connection, index) =>
      Array.from({ length: 25 }, (_, item) =>
        connection.call('CrtNode', { node: { name: `n${index}-${item}`, type: 'Satellite' } }),
      ),
    ),
  )
  expect(fake.state.nodes).toHaveLength(500)
  for (const connection of connections) await connection[Symbol.asyncDispose]()
})

test('stops reading from a client that does not read, and loses nothing', async () => {
  const nodes = Array.from({ length: 1_000 }, (_, index) => ({ name: `node-${index}` }))
  await using fake = await createFakeLinstor({ nodes })
  await using connection = await openRawConnection(fake.uri)
  const lists = 150 // about 20 MB of answers
  connection.pause()
  for (let count = 0; count < lists; count++) connection.send('LstNode')
  await using other = await openRawConnection(fake.uri)
  await other.call('Ping')
  expect(fake.requests.length).toBeLessThan(lists)
  connection.resume()
  await connection.until((frames) => frames.length === 1 + 3 * lists)
})

test('takes 16 MiB, and is out of step after one byte more', async () => {
  await using fake = await createFakeLinstor()
  await using connection = await openRawConnection(fake.uri)
  const payloadOf = (size: number) => {
    const frame = Buffer.alloc(frameHeaderBytes + size)
    frame.set(pingCall(1n))
    frame.writeUInt32BE(size, 4)
    return frame
  }
  connection.write(payloadOf(maxSentPayloadBytes))
  await connection.until((frames) => frames.length === 4)
  connection.write(payloadOf(maxSentPayloadBytes + 1))
  await connection.until((frames) => frames.length === 7)
  connection.write(pingCall(2n)) // read one byte too late
  await using other = await openRawConnection(fake.uri)
  await other.call('Ping')
  expect(fake.requests.map(({ id, connection: number }) => [number, id])).toEqual([
    [1, 1n],
    [1, 1n],
    [2, 1n],
  ])
})

test('frames may be cut anywhere', async () => {
  await using fake = await createFakeLinstor()
  const { hostname, port } = new URL(fake.uri)
  await using connection = await openRawConnection(`linstor://${hostname}:${port}`)
  const bytes = Buffer.concat([pingCall(1n), pingCall(2n)])
  for (const byte of bytes) {
    connection.write(Uint8Array.of(byte))
    await new Promise((resolve) => setImmediate(resolve))
  }
  await connection.until((frames) => frames.length === 7)
})

test('plays a satellite', async () => {
  await using fake = await createFakeLinstor({ satellite: 'alpha' })
  expect(fake.uri).toMatch(/^linstorstlt:/)
  await using connection = await openRawConnection(fake.uri, { version: false })
  expect((await connection.call('Hostname')).messages).toEqual([{ hostname: 'alpha' }])
  expect((await connection.call('LstNode')).contents[0]).toBe('Reply')
  expect(connection.frames[0]?.header.msgContent).toBe('Hostname')
})

test('a port that is taken is an error', async () => {
  await using fake = await createFakeLinstor()
  await expect(createFakeLinstor({ port: Number(new URL(fake.uri).port) })).rejects.toThrow(/EADDRINUSE/)
})

test('a connection that was never closed properly does not keep it from closing', async () => {
  const fake = await createFakeLinstor({ tls })
  const { hostname, port } = new URL(fake.uri)
  const socket = net.connect({ host: hostname, port: Number(port) })
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('connect', resolve))
  await fake.close()
  if (!socket.destroyed) await new Promise((resolve) => socket.once('close', resolve))
})
