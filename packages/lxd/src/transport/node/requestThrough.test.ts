import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Agent } from 'undici'
import { expect, test } from 'vitest'
import { requestThrough } from './requestThrough.js'

const mebibyte = 1_048_576

// A server of Node's own, for what happens on the connection itself.
async function serve(listener: RequestListener, connections?: number) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  let opened = 0
  server.on('connection', () => opened++)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const agent = new Agent(connections === undefined ? {} : { connections })
  return {
    get connections() {
      return opened
    },
    ask: (path: string, { method = 'GET' as 'GET' | 'HEAD', signal = new AbortController().signal } = {}) =>
      requestThrough(agent, { origin: `http://127.0.0.1:${port}`, path, method }, signal),
    async [Symbol.asyncDispose]() {
      await agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function send(response: ServerResponse, bytes: number): Promise<number> {
  const chunk = Buffer.alloc(65_536)
  let sent = 0
  for (; sent < bytes && !response.destroyed; sent += chunk.byteLength) {
    if (response.write(chunk)) continue
    const given = new AbortController()
    const { signal } = given
    await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })])
    given.abort()
  }
  return sent
}

const failure = (act: Promise<unknown>) => act.catch((error: unknown) => error)

test('a body arrives no faster than it is read, and whole', async () => {
  let sent = 0
  await using server = await serve(async (request, response) => {
    if (request.url === '/small') return void response.end('x')
    for (let count = 0; count < 64; count++) sent += await send(response, mebibyte)
    response.end()
  })
  const { body } = await server.ask('/large')
  // By then the connection has carried all that it takes while nobody reads.
  for (let count = 0; count < 200; count++) await server.ask('/small')
  expect(sent).toBeLessThan(32 * mebibyte)
  let received = 0
  for await (const chunk of body ?? []) received += chunk.byteLength
  expect(received).toBe(64 * mebibyte)
})

test('short and long answers give their connection back', async () => {
  await using server = await serve(async (request, response) => {
    if (request.url === '/empty') return void response.writeHead(204).end()
    if (request.url === '/short') return void response.end('short')
    await send(response, mebibyte)
    response.end()
  }, 1)
  expect(await (await server.ask('/short')).text()).toBe('short')
  expect((await server.ask('/empty')).body).toBeNull()
  expect((await (await server.ask('/long')).arrayBuffer()).byteLength).toBe(mebibyte)
  expect(await (await server.ask('/short')).text()).toBe('short')
  expect(server.connections).toBe(1)
  expect((await server.ask('/short', { method: 'HEAD' })).body).toBeNull()
})

test('interim answers are none', async () => {
  await using server = await serve((_, response) => {
    response.writeEarlyHints({ link: '</a>; rel=preload' })
    response.end('the answer')
  })
  expect(await (await server.ask('/')).text()).toBe('the answer')
})

test('an abort ends the request with its reason, before and after the head of the answer', async () => {
  const closed: Promise<unknown>[] = []
  await using server = await serve((request, response) => {
    closed.push(once(response, 'close'))
    if (request.url === '/begins') response.write(Buffer.alloc(mebibyte))
    else request.emit('asked')
  })
  const reason = { enough: true }
  expect(await failure(server.ask('/silent', { signal: AbortSignal.abort(reason) }))).toBe(reason)
  expect(server.connections).toBe(0)

  const silent = new AbortController()
  const asking = failure(server.ask('/silent', { signal: silent.signal }))
  await expect.poll(() => closed.length).toBe(1)
  silent.abort(reason)
  expect(await asking).toBe(reason)

  const begins = new AbortController()
  const { body } = await server.ask('/begins', { signal: begins.signal })
  const reader = body?.getReader()
  await reader?.read()
  const reading = failure(
    (async () => {
      while ((await reader?.read())?.done === false);
    })(),
  )
  begins.abort(reason)
  expect(await reading).toBe(reason)
  await Promise.all(closed)
})

test('what is aborted while it waits for a connection is never sent', async () => {
  const asked: (string | undefined)[] = []
  let finish = () => {}
  await using server = await serve((request, response) => {
    asked.push(request.url)
    finish = () => response.end('done')
    if (request.url !== '/first') finish()
  }, 1)
  const first = server.ask('/first')
  await expect.poll(() => asked).toEqual(['/first'])
  const abort = new AbortController()
  const second = failure(server.ask('/second', { signal: abort.signal }))
  abort.abort('enough')
  expect(await second).toBe('enough')
  finish()
  expect(await (await first).text()).toBe('done')
  await server.ask('/third')
  expect(asked).toEqual(['/first', '/third'])
})

test('a body that is canceled closes its connection, and the next request gets another', async () => {
  const closed: Promise<unknown>[] = []
  await using server = await serve(async (request, response) => {
    if (request.url === '/short') return void response.end('short')
    closed.push(once(response, 'close'))
    await send(response, 64 * mebibyte)
  })
  const { body } = await server.ask('/long')
  await body?.cancel()
  await Promise.all(closed)
  expect(await (await server.ask('/short')).text()).toBe('short')
})

test.each([
  ['short', 100],
  ['long', mebibyte],
])('a %s body that breaks off is an error', async (_, length) => {
  await using server = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': length })
    response.write(Buffer.alloc(length - 1), () => response.destroy())
  })
  const read = async () => (await server.ask('/')).arrayBuffer()
  expect(await failure(read())).toMatchObject({ code: 'UND_ERR_SOCKET' })
})

test.each([100, mebibyte])('a status that there is none of is an error, with %i bytes of body', async (length) => {
  await using server = await serve((_, response) => {
    response.writeHead(999, { 'content-length': length })
    response.end(Buffer.alloc(length))
  })
  expect(await failure(server.ask('/'))).toBeInstanceOf(RangeError)
})
