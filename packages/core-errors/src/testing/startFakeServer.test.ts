import http from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { bodyChunks } from './bodyChunks.js'
import { createManualClock } from './createManualClock.js'
import { rawTarget } from './rawTarget.js'
import { type FakeServer, startFakeServer } from './startFakeServer.js'

const servers: FakeServer[] = []
const start = async (...parameters: Parameters<typeof startFakeServer>) => {
  const server = await startFakeServer(...parameters)
  servers.push(server)
  return server
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

test('records method, path as sent, query, headers and short bodies', async () => {
  const server = await start(async (request) => new Response(await request.text()))
  await fetch(`${server.url}/a%2Fb?x=1`, { method: 'POST', body: 'hello', headers: { 'x-mine': 'yes' } })
  const [request] = server.requests
  expect(request).toMatchObject({ method: 'POST', path: '/a%2Fb', search: '?x=1' })
  expect(request?.headers.get('x-mine')).toBe('yes')
  expect(new TextDecoder().decode(await request?.body())).toBe('hello')
})

test('streams long bodies both ways without keeping them', async () => {
  const server = await start((request) => new Response(request.body))
  const bytes = crypto.getRandomValues(new Uint8Array(65_536))
  const long = new Blob(Array.from({ length: 64 }, () => bytes))
  const echoed = new Uint8Array(await (await fetch(server.url, { method: 'PUT', body: long })).arrayBuffer())
  expect(Buffer.compare(echoed, new Uint8Array(await long.arrayBuffer()))).toBe(0)
  expect((await server.requests[0]?.body())?.length).toBe(0)
})

test('a request without a network has the length that a network would give it', async () => {
  const server = await start(
    ({ headers }) => new Response(`${headers.get('content-length')} ${headers.get('transfer-encoding')}`),
    { listen: false },
  )
  const ask = async (init: RequestInit) => (await server.fetch(server.url, init)).text()
  expect(await ask({ method: 'PUT' })).toBe('0 null')
  expect(await ask({ method: 'PUT', body: 'hello' })).toBe('null chunked')
  expect(await ask({ method: 'PUT', body: 'hello', headers: { 'content-length': '5' } })).toBe('5 null')
  expect(await ask({})).toBe('null null')
})

test('methods beyond those of forms arrive', async () => {
  const server = await start((request) => new Response(request.method))
  for (const method of ['COPY', 'MOVE', 'PATCH']) {
    expect(await (await fetch(server.url, { method })).text()).toBe(method)
  }
})

test('a fault strikes only the requests it matches, as often as it says', async () => {
  const server = await start(() => new Response('fine'))
  server.failNext({ status: 500, body: { error: 1 }, times: 2, match: (request) => request.url.endsWith('/bad') })
  expect((await fetch(`${server.url}/good`)).status).toBe(200)
  expect(await (await fetch(`${server.url}/bad`)).json()).toEqual({ error: 1 })
  expect((await fetch(`${server.url}/bad`)).status).toBe(500)
  expect(server.pendingFaults).toBe(0)
  expect((await fetch(`${server.url}/bad`)).status).toBe(200)
})

test('drops before and after the work, and within the body', async () => {
  let done = 0
  const server = await start(() => {
    done++
    return new Response('0123456789', { headers: { 'content-length': '10' } })
  })
  server.failNext({ drop: 'before' })
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
  expect(done).toBe(0)
  server.failNext({ drop: 'after' })
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
  expect(done).toBe(1)
  server.failNext({ drop: 4 })
  let arrived = ''
  const broken = await new Promise<Error>((resolve, reject) => {
    const onResponse = (response: http.IncomingMessage) =>
      response.on('data', (chunk) => (arrived += chunk)).on('error', resolve)
    http.get(server.url, onResponse).on('error', reject)
  })
  expect([arrived, broken.message]).toEqual(['0123', 'aborted'])
})

test('sends a head before its body when that takes time', async () => {
  let finish = () => {}
  const body = new ReadableStream({
    start(controller) {
      finish = () => controller.close()
    },
  })
  const server = await start(() => new Response(body, { status: 202 }))
  const response = await fetch(server.url)
  expect(response.status).toBe(202)
  finish()
  expect(await response.text()).toBe('')
})

test('a body that fails at once does so after the head', async () => {
  const body = () => new ReadableStream({ start: (controller) => controller.error(new Error('broken')) })
  const server = await start(() => new Response(body(), { status: 202 }))
  const response = await fetch(server.url)
  expect(response.status).toBe(202)
  await expect(response.text()).rejects.toThrow('terminated')
})

test('drops within the body of a request', async () => {
  let seen = 0
  const server = await start(async (request) => {
    seen++
    return new Response(String((await request.arrayBuffer()).byteLength))
  })
  const send = (fake = server.fetch) => fake(server.url, { method: 'PUT', body: new Uint8Array(1_000_000) })
  for (const cutBody of [0, 1, 500_000]) {
    server.failNext({ cutBody })
    await expect(send(fetch)).rejects.toThrow('fetch failed')
  }
  server.failNext({ cutBody: 10 })
  await expect(send()).rejects.toThrow('fetch failed')
  expect(seen).toBe(0)
  expect(await (await send(fetch)).text()).toBe('1000000')
})

test('a handler sees the target as it was sent, and may read the body from the socket', async () => {
  const server = await start(async (request) => {
    let length = 0
    for await (const chunk of bodyChunks(request)) length += chunk.length
    return new Response(`${rawTarget(request)} ${length}`)
  })
  const { port } = new URL(server.url)
  const answer = await new Promise<string>((resolve, reject) => {
    const request = http.request({ port, path: '/a/../b?c', method: 'PUT' }, async (response) => {
      resolve(Buffer.concat(await response.toArray()).toString())
    })
    request.on('error', reject).end('hello')
  })
  expect(answer).toBe('/a/../b?c 5')
  expect(await (await server.fetch(`${server.url}/a?b`, { method: 'PUT', body: 'hi' })).text()).toBe('/a?b 2')
})

test('splits and garbles', async () => {
  const server = await start(() => new Response('abcdef'))
  server.failNext({ split: 1 })
  expect(await (await fetch(server.url)).text()).toBe('abcdef')
  server.failNext({ garble: true })
  expect(new Uint8Array(await (await fetch(server.url)).arrayBuffer())[0]).toBe('a'.charCodeAt(0) ^ 0xff)
})

test('a handler that throws is told, not hidden', async () => {
  const server = await start(() => {
    throw new RangeError('bug')
  })
  const response = await fetch(server.url)
  expect([response.status, await response.text()]).toEqual([500, 'The fake failed: RangeError: bug'])
})

test('closing twice is fine and ends requests under way', async () => {
  const server = await start(() => new Promise<Response>(() => {}))
  const work = fetch(server.url)
  while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
  await Promise.all([server.close(), server.close()])
  await expect(work).rejects.toThrow('fetch failed')
})

test('without a port it answers through fetch, aborts included', async () => {
  const server = await start(() => new Promise<Response>(() => {}), { listen: false })
  const controller = new AbortController()
  const work = server.fetch('http://fake.invalid/x', { signal: controller.signal })
  controller.abort(new Error('mine'))
  await expect(work).rejects.toThrow('mine')
})

test('a manual clock runs timers in order and only when told', async () => {
  const clock = createManualClock(1_000)
  const seen: number[] = []
  clock.schedule(20, () => seen.push(clock.now()))
  clock.schedule(10, () => clock.schedule(5, () => seen.push(clock.now())))
  const cancel = clock.schedule(1, () => seen.push(0))
  cancel()
  await clock.advance(15)
  expect(seen).toEqual([1_015])
  await clock.advance(5)
  expect(seen).toEqual([1_015, 1_020])
  await expect(clock.runUntil(new Promise(() => clock.schedule(100, () => {})), 50)).rejects.toThrow('did not settle')
})
