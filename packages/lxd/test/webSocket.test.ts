import { once } from 'node:events'
import { isConnectionError, isProtocolError, isTimeoutError } from '@x/core-errors'
import { leakedHandles, openHandles } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import { eventsGet } from '../src/actions/index.js'
import { createLxdClient, isLxdApiError } from '../src/index.js'
import { refusal, startServer } from './startServer.js'
import { frame, startSocketServer, unmask } from './startSocketServer.js'

test('messages arrive in order: texts, bytes, pieces, and empty texts that mark an end', async () => {
  await using server = await startSocketServer((socket) => {
    socket.write(Buffer.concat([frame(1, 'one'), frame(2, Uint8Array.of(1, 2)), frame(1, '')]))
    socket.write(Buffer.concat([frame(1, 'tw', false), frame(9, 'in between'), frame(0, 'o'), frame(8)]))
  })
  await using client = createLxdClient({ socketPath: server.socketPath })
  await using socket = await eventsGet(client)
  const messages: unknown[] = []
  for await (const message of socket) messages.push(message)
  expect(messages).toEqual(['one', Uint8Array.of(1, 2), '', 'two'])
  expect(await socket.closed).toEqual({ code: 1005, reason: '' })
})

test('a ping is answered, messages are masked, and no Origin is sent', async () => {
  const received: [number, string][] = []
  let origin: string | undefined
  await using server = await startSocketServer((socket, request) => {
    origin = request.headers.origin
    socket.write(frame(9, 'keepalive'))
    socket.on('data', (bytes) => {
      received.push(unmask(bytes))
      if (received.length === 3) socket.end(frame(8))
    })
  })
  await using client = createLxdClient({ socketPath: server.socketPath })
  await using socket = await eventsGet(client)
  const end = socket[Symbol.asyncIterator]().next()
  await expect.poll(() => received).toEqual([[10, 'keepalive']])
  await socket.send('text')
  await expect.poll(() => received.length).toBe(2)
  await socket.send(Uint8Array.of(65))
  expect((await end).done).toBe(true)
  expect(received).toEqual([
    [10, 'keepalive'],
    [1, 'text'],
    [2, 'A'],
  ])
  expect(origin).toBeUndefined()
})

test('a reset is an end without a close frame, and no error', async () => {
  await using server = await startSocketServer((socket) => {
    socket.write(frame(1, ''), () => socket.destroy())
  })
  await using client = createLxdClient({ socketPath: server.socketPath })
  const socket = await eventsGet(client)
  const messages: unknown[] = []
  for await (const message of socket) messages.push(message)
  expect(messages).toEqual([''])
  expect((await socket.closed).code).toBe(1006)
  const error = await socket.send('x').then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(isConnectionError(error) && error.retryable).toBe(false)
})

test('a server that is gone right after its handshake is an end like any other', async () => {
  await using server = await startSocketServer((socket) => socket.destroy())
  await using client = createLxdClient({ socketPath: server.socketPath })
  for (let round = 0; round < 50; round++) {
    const socket = await eventsGet(client)
    await socket.close()
    expect((await socket.closed).code).toBe(1006)
  }
})

test('what is not read stays on the wire', async () => {
  let refused = false
  await using server = await startSocketServer((socket) => {
    const chunk = frame(2, new Uint8Array(60_000))
    const fill = () => {
      while (!refused) refused = !socket.write(chunk)
    }
    fill()
  })
  await using client = createLxdClient({ socketPath: server.socketPath })
  await using socket = await eventsGet(client)
  await expect.poll(() => refused).toBe(true)
  let total = 0
  for await (const message of socket) {
    total += message.length
    if (total >= 120_000) break
  }
  expect(total).toBe(120_000)
})

test('close() says goodbye and does not wait for a server that does not answer', async () => {
  const received: [number, string][] = []
  await using server = await startSocketServer((socket) => socket.on('data', (bytes) => received.push(unmask(bytes))))
  await using client = createLxdClient({ socketPath: server.socketPath })
  const socket = await eventsGet(client)
  const before = performance.now()
  await socket.close(1000, 'bye')
  await socket.close()
  expect(performance.now() - before).toBeLessThan(3_000)
  expect(received.map(([opcode]) => opcode)).toEqual([8])
  expect(received[0]?.[1].slice(2)).toBe('bye')
})

test.each([
  ['a masked frame', Buffer.from([0x81, 0x80, 1, 2, 3, 4]), /a masked frame/],
  ['a message beyond the bound', frame(1, 'x'.repeat(2_000)), /raise maxMessageBytes \(1000\)/],
  ['a continuation of nothing', frame(0, 'x'), /a continuation of nothing/],
])('%s is a protocol error', async (_, bytes, text) => {
  await using server = await startSocketServer((socket) => void socket.write(bytes))
  await using client = createLxdClient({ socketPath: server.socketPath, maxMessageBytes: 1_000 })
  const socket = await eventsGet(client)
  const error = await socket[Symbol.asyncIterator]()
    .next()
    .then(
      () => undefined,
      (error: unknown) => error,
    )
  expect(isProtocolError(error) && error.operation).toBe('eventsGet')
  expect(String(error)).toMatch(text)
  await socket.closed
})

test('a handshake that does not fit is refused', async () => {
  await using server = await startSocketServer(() => {}, { key: () => 'bogus' })
  await using client = createLxdClient({ socketPath: server.socketPath })
  const error = await eventsGet(client).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(isProtocolError(error)).toBe(true)
})

test('a server that answers in place of switching is told with its text', async () => {
  await using server = await startServer(() => refusal(403, 'not authorized'))
  await using client = createLxdClient({ socketPath: server.socketPath })
  const error = await eventsGet(client).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(isLxdApiError(error) && [error.status, error.description, error.operation]).toEqual([
    403,
    'not authorized',
    'eventsGet',
  ])
})

test('a server that does not answer the handshake is given up, and an abort at once', async () => {
  await using server = await startServer(undefined, { onUpgrade: () => {} })
  await using client = createLxdClient({ socketPath: server.socketPath })
  const late = await eventsGet(client, {}, { timeoutMs: 30 }).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(isTimeoutError(late) && late.timeoutMs).toBe(30)
  const controller = new AbortController()
  const call = eventsGet(client, {}, { signal: controller.signal })
  setTimeout(() => controller.abort('enough'), 20)
  await expect(call).rejects.toBe('enough')
})

test('sockets that are forgotten are closed with their client', async () => {
  const ended: Promise<unknown>[] = []
  await using server = await startSocketServer((socket) => ended.push(once(socket.resume(), 'end')))
  const before = openHandles()
  const client = createLxdClient({ socketPath: server.socketPath })
  for (let count = 0; count < 3; count++) await eventsGet(client)
  await client.close()
  await Promise.all(ended)
  expect(await leakedHandles(before)).toEqual([])
})
