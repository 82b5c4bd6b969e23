import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { directBodies } from '@x/core-errors/http'
import { type FakeHandler, type FakeServer, startFakeServer } from '@x/core-errors/testing'
import { collectGarbage } from '@x-tooling/testkit'
import { afterEach, expect, test } from 'vitest'
import { dispatchFetch } from './dispatchFetch.js'

const servers: FakeServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})
const start = async (handler: FakeHandler) => {
  const server = await startFakeServer(handler)
  servers.push(server)
  return server
}
const intoBuffer = (response: Response, length: number) => {
  const buffer = new Uint8Array(length)
  return directBodies
    .get(response)!
    .fill(buffer)
    .then((read) => ({ read, text: new TextDecoder().decode(buffer) }))
}

test('hands out an encoded body as it is stored, as a stream and into a buffer', async () => {
  const { url } = await start(
    () => new Response('not gzip at all', { headers: { 'content-encoding': 'gzip', 'x-many': 'a' } }),
  )
  const response = await dispatchFetch(url)
  expect([response.status, response.headers.get('content-encoding')]).toEqual([200, 'gzip'])
  expect(await response.text()).toBe('not gzip at all')
  expect(await intoBuffer(await dispatchFetch(url), 15)).toEqual({ read: 15, text: 'not gzip at all' })
})

test('a body goes into one buffer after the other, until there is less than fits', async () => {
  const { url } = await start(() => new Response('0123456789'))
  const response = await dispatchFetch(url)
  expect(await intoBuffer(response, 4)).toEqual({ read: 4, text: '0123' })
  expect(await intoBuffer(response, 40)).toMatchObject({ read: 6 })
  expect(await intoBuffer(response, 40)).toMatchObject({ read: 0 })
})

test('sends what it is given with its length, and a length of zero with an empty POST', async () => {
  const server = await start(async (request) => new Response(await request.text()))
  const sent = await dispatchFetch(server.url, { method: 'PUT', headers: { 'content-length': '3' }, body: 'abc' })
  expect(await sent.text()).toBe('abc')
  const empty = await dispatchFetch(server.url, { method: 'POST' })
  expect(await empty.text()).toBe('')
  expect(server.requests.map(({ headers }) => headers.get('content-length'))).toEqual(['3', '0'])
})

test('answers without a body have none', async () => {
  const { url } = await start(({ method }) => new Response(method === 'HEAD' ? null : '', { status: 200 }))
  expect((await dispatchFetch(url, { method: 'HEAD' })).body).toBeNull()
  const { url: gone } = await start(() => new Response(null, { status: 204 }))
  expect((await dispatchFetch(gone, { method: 'DELETE' })).body).toBeNull()
})

test('a stream that is left early closes the connection', async () => {
  let isCanceled = false
  const body = () =>
    new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      cancel: () => {
        isCanceled = true
      },
    })
  const { url } = await start(() => new Response(body()))
  const reader = (await dispatchFetch(url)).body!.getReader()
  await reader.read()
  await reader.cancel()
  await expect.poll(() => isCanceled).toBe(true)
})

test("an abort rejects with the caller's reason before the answer, within a stream and within a buffer", async () => {
  const reason = new Error('mine')
  const silent = () =>
    new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) }))
  const { url } = await start(silent)
  const server = await start(() => new Response())
  server.failNext({ hang: true })
  const early = new AbortController()
  const waiting = dispatchFetch(server.url, { signal: early.signal })
  await expect.poll(() => server.requests.length).toBe(1)
  early.abort(reason)
  await expect(waiting).rejects.toBe(reason)
  await expect(dispatchFetch(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  const late = new AbortController()
  const streamed = await dispatchFetch(url, { signal: late.signal })
  const direct = await dispatchFetch(url, { signal: late.signal })
  const works = [streamed.text(), intoBuffer(direct, 9)]
  late.abort(reason)
  await Promise.all(works.map((work) => expect(work).rejects.toBe(reason)))
})

test('an abort ends a body, even when its Request was collected as garbage meanwhile', async () => {
  const silent = () =>
    new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) }))
  const { url } = await start(silent)
  const controller = new AbortController()
  const { signal } = controller
  const send = () => dispatchFetch(new Request(url, { signal }), { signal })
  const rest = intoBuffer(await send(), 9).catch((error: unknown) => error)
  await collectGarbage()
  controller.abort('mine')
  expect(await rest).toBe('mine')
})

test('a connection that breaks fails as fetch does', async () => {
  const server = await start(() => new Response('0123456789'))
  server.failNext({ drop: 'before' })
  await expect(dispatchFetch(server.url)).rejects.toThrow(TypeError)
  server.failNext({ drop: 3 })
  await expect(intoBuffer(await dispatchFetch(server.url), 10)).rejects.toMatchObject({
    cause: { code: expect.any(String) },
  })
  await server.close()
  await expect(dispatchFetch(server.url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
})

test.each([0, 10, 100_000])('a status that there is none of is an error, with %i bytes of body', async (length) => {
  const { origin, close } = await answerEverything((response) => {
    response.writeHead(999, { 'content-length': length })
    response.end(Buffer.alloc(length))
  })
  await expect(dispatchFetch(origin)).rejects.toMatchObject({ cause: expect.any(RangeError) })
  await close()
})

// A server of Node's own: the fake sends nothing but answers of the standard.
async function answerEverything(answer: (response: ServerResponse) => void) {
  const server = createServer((_, response) => answer(response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { origin: `http://127.0.0.1:${port}`, close }
}
