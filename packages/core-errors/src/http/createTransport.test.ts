import { setImmediate as turn } from 'node:timers/promises'
import { collectGarbage } from '@x-tooling/testkit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { CallEvent } from '../events/ClientHooks.js'
import {
  ApiError,
  isApiError,
  isConfigurationError,
  isConnectionError,
  isProtocolError,
  isTimeoutError,
} from '../index.js'
import { createHttpTransport } from '../ky/createHttpTransport.js'
import { createManualClock } from '../testing/createManualClock.js'
import { type FakeServer, startFakeServer } from '../testing/startFakeServer.js'
import { createFetchTransport } from './createFetchTransport.js'
import type { HttpTransportParameters } from './createTransport.js'
import { directBodies } from './directBodies.js'
import type { HttpAnswer } from './HttpAnswer.js'
import type { HttpCall } from './HttpCall.js'

const servers: FakeServer[] = []
const start = async (handler: Parameters<typeof startFakeServer>[0]) => {
  const server = await startFakeServer(handler)
  servers.push(server)
  return server
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const json = (value: unknown, status = 200) => Response.json(value, { status })
const readJson = async (answer: HttpAnswer) => {
  if (answer.status >= 400) {
    const retryable = answer.status >= 500
    throw new ApiError(`${answer.context.operation}: no`, { ...answer.context, status: answer.status, retryable })
  }
  return answer.json()
}
describe.each([
  ['ky', createHttpTransport],
  ['fetch', createFetchTransport],
])('over %s', (_, create) => {
  const setup = (server: FakeServer, parameters: Partial<HttpTransportParameters> = {}) => {
    const send = create({ client: 'example', retry: { attempts: 3, delayMs: () => 0 }, ...parameters })
    return (call: Partial<HttpCall<unknown>> = {}) =>
      send({ operation: 'thing', method: 'GET', url: `${server.url}/thing`, idempotent: true, read: readJson, ...call })
  }

  test('reads an answer', async () => {
    const call = setup(await start(() => json({ fine: true })))
    expect(await call()).toEqual({ fine: true })
  })

  test('an abort ends the request, even when garbage was collected meanwhile', async () => {
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    const server = await start(({ signal }) => {
      signal.addEventListener('abort', () => resolve())
      return new Promise<Response>(() => {})
    })
    const controller = new AbortController()
    const call = setup(server)({ signal: controller.signal })
    while (server.requests.length === 0) await turn()
    await collectGarbage()
    controller.abort(new Error('mine'))
    await expect(call).rejects.toThrow('mine')
    await ended
  })

  test('a stream is whole, even when garbage was collected before it is read', async () => {
    const server = await start(() => new Response('x'.repeat(1_000_000)))
    const stream = (await setup(server)({ read: (answer) => answer.stream() })) as ReadableStream<Uint8Array>
    await collectGarbage()
    expect(await new Response(stream).text()).toHaveLength(1_000_000)
  })

  test('repeats an idempotent call after a 503 and a lost connection, with a fresh body', async () => {
    const server = await start(async (request) => json(await request.text()))
    server.failNext({ status: 503 })
    server.failNext({ drop: 'after' })
    expect(await setup(server)({ method: 'PUT', body: () => 'hello' })).toBe('hello')
    expect(server.requests).toHaveLength(3)
  })

  test('a call that is not idempotent is sent once, and the error says that it may have arrived', async () => {
    const server = await start(() => json(1))
    server.failNext({ drop: 'after' })
    const error = await setup(server)({ method: 'POST', idempotent: false }).catch((caught: unknown) => caught)
    expect(isConnectionError(error) && error).toMatchObject({ mayHaveBeenSent: true, retryable: false, attempts: 1 })
    expect(server.requests).toHaveLength(1)
  })

  test('a refused connection is retried whatever the call, since nothing was sent', async () => {
    const server = await start(() => json(1))
    await server.close()
    const error = await setup(server)({ method: 'POST', idempotent: false }).catch((caught: unknown) => caught)
    expect(isConnectionError(error) && error).toMatchObject({
      code: 'ECONNREFUSED',
      mayHaveBeenSent: false,
      attempts: 3,
    })
  })

  test('a bare stream as body allows one attempt only', async () => {
    const server = await start(() => json(1))
    server.failNext({ status: 503 })
    const body = new Blob(['x']).stream()
    await expect(setup(server)({ method: 'PUT', body })).rejects.toSatisfy(isApiError)
    expect(server.requests).toHaveLength(1)
  })

  test('an answer that never comes ends with a TimeoutError', async () => {
    const server = await start(() => json(1))
    server.failNext({ hang: true })
    const error = await setup(server, { retry: false })({ timeoutMs: 30 }).catch((caught: unknown) => caught)
    expect(isTimeoutError(error) && error).toMatchObject({ timeoutMs: 30, operation: 'thing', retryable: true })
  })

  test('a time bound that is no number is refused before anything is sent', async () => {
    const server = await start(() => json(1))
    const call = setup(server)({ timeoutMs: Number.NaN })
    await expect(call).rejects.toMatchObject({ kind: 'configuration', path: 'timeoutMs' })
    expect(server.requests).toHaveLength(0)
  })

  test('the time bound covers the body', async () => {
    const server = await start(
      () =>
        new Response(
          new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(1)), cancel() {} }, { highWaterMark: 0 }),
        ),
    )
    const slow = await start(
      () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([91])) })),
    )
    await expect(setup(slow, { retry: false })({ timeoutMs: 50 })).rejects.toSatisfy(isTimeoutError)
    await expect(setup(server, { retry: false, maxResponseBytes: 1_000 })()).rejects.toThrow('longer than 1000 bytes')
  })

  test("an abort rejects with the caller's own reason, during a request and during a wait", async () => {
    const server = await start(() => json(1))
    server.failNext({ hang: true })
    const controller = new AbortController()
    const reason = new Error('mine')
    const work = setup(server)({ signal: controller.signal })
    // Only once the fault has struck: it would strike the next request else.
    await Promise.all([
      expect(work).rejects.toBe(reason),
      expect
        .poll(() => server.requests.length)
        .toBe(1)
        .then(() => controller.abort(reason)),
    ])

    const clock = createManualClock()
    const second = new AbortController()
    server.failNext({ status: 503 })
    const waiting = setup(server, {
      clock,
      retry: { attempts: 3, delayMs: () => 9_999 },
      hooks: { onRetry: () => queueMicrotask(() => second.abort(reason)) },
    })({ signal: second.signal })
    await expect(waiting).rejects.toBe(reason)
    expect(clock.pending).toBe(0)
  })

  test('asks for new credentials once after a 401, and does not repeat refused ones', async () => {
    const server = await start((request) =>
      request.headers.get('x-auth-token') === 'new-token' ? json('in') : json({}, 401),
    )
    const call = setup(server)
    const tokens = ['old-token', 'new-token']
    const authorize = () => ({ 'x-auth-token': tokens.shift() ?? 'none' })
    expect(await call({ authorize, method: 'POST', idempotent: false })).toBe('in')
    server.clearRequests()
    await expect(call({ authorize: () => ({ 'x-auth-token': 'old-token' }) })).rejects.toMatchObject({ status: 401 })
    expect(server.requests).toHaveLength(1)
  })

  test('sends the same credentials again after a 401 when they were confirmed in between', async () => {
    const server = await start(() => json('in'))
    server.failNext({ status: 401 })
    let confirmed = 0
    const authorize = ({ reauthorize }: { reauthorize: boolean }) => {
      if (reauthorize) confirmed++
      return { 'x-auth-token': 'token' }
    }
    expect(await setup(server)({ authorize, confirmsCredentials: true })).toBe('in')
    expect([confirmed, server.requests.length]).toEqual([1, 2])
  })

  test('lets a 401 stand when there are no other credentials', async () => {
    const server = await start(() => json('in'))
    server.failNext({ status: 401 })
    const authorize = ({ reauthorize }: { reauthorize: boolean }) => (reauthorize ? undefined : { 'x-auth-token': 'a' })
    await expect(setup(server)({ authorize, confirmsCredentials: true })).rejects.toMatchObject({ status: 401 })
    expect(server.requests).toHaveLength(1)
  })

  test('redirects are refused before the credentials go anywhere', async () => {
    const other = await start(() => json('stolen'))
    const server = await start(() => new Response(null, { status: 302, headers: { location: other.url } }))
    await expect(setup(server)()).rejects.toSatisfy(isProtocolError)
    expect(other.requests).toHaveLength(0)
  })

  test('a body that is not JSON is told with its beginning and status', async () => {
    const server = await start(() => new Response('<html>Bad gateway', { status: 200 }))
    await expect(setup(server)()).rejects.toThrow('thing: HTTP 200 with «<html>Bad gateway» where JSON was expected')
  })

  test('a header that cannot be sent is the caller’s error, without the secret in it', async () => {
    const server = await start(() => json(1))
    const secret = 'line\nbreak-token'
    const call = setup(server, { secrets: () => [secret] })
    const error = await call({ authorize: () => ({ 'x-auth-token': secret }) }).catch((caught: unknown) => caught)
    expect(isConfigurationError(error)).toBe(true)
    expect(JSON.stringify(error)).not.toContain('break-token')
    expect(server.requests).toHaveLength(0)
  })

  test('hooks see every step and no credentials; one that throws changes nothing', async () => {
    const server = await start(() => json(1))
    server.failNext({ status: 503 })
    const seen: string[] = []
    const note = (name: string) => (event: CallEvent) =>
      void seen.push(`${name} ${event.attempt} ${JSON.stringify(event)}`)
    using emitWarning = vi.spyOn(process, 'emitWarning').mockReturnValue()
    const call = setup(server, {
      secrets: () => ['tok3n-value'],
      hooks: {
        onRequest: note('request'),
        onResponse: (event) => {
          note('response')(event)
          throw new Error('hook')
        },
        onRetry: note('retry'),
      },
    })
    await call({ url: `${server.url}/thing?token=tok3n-value`, authorize: () => ({ 'x-auth-token': 'tok3n-value' }) })
    expect(seen.map((line) => line.split(' ', 2).join(' '))).toEqual([
      'request 1',
      'response 1',
      'retry 1',
      'request 2',
      'response 2',
    ])
    expect(seen.join()).not.toContain('tok3n-value')
    expect(emitWarning.mock.calls).toEqual([
      ['The onResponse hook threw: hook', 'ClientHookWarning'],
      ['The onResponse hook threw: hook', 'ClientHookWarning'],
    ])
  })

  test('a streamed body outlives the attempt and is closed by the caller’s abort', async () => {
    const server = await start(
      () => new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array([1, 2, 3])) })),
    )
    const controller = new AbortController()
    const stream = (await setup(server)({
      signal: controller.signal,
      read: (answer) => answer.stream(),
    })) as ReadableStream<Uint8Array>
    const reader = stream.getReader()
    expect(await reader.read()).toEqual({ done: false, value: new Uint8Array([1, 2, 3]) })
    const next = reader.read()
    controller.abort(new Error('mine'))
    await expect(next).rejects.toThrow('mine')
  })

  test('a streamed body that falls silent ends with a TimeoutError, a broken one with a ConnectionError', async () => {
    const silent = await start(() => new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array([1])) })))
    const stream = (await setup(silent)({
      timeoutMs: 40,
      read: (answer) => answer.stream(),
    })) as ReadableStream<Uint8Array>
    await expect(new Response(stream).arrayBuffer()).rejects.toSatisfy(isTimeoutError)
    const broken = await start(() => new Response(new Uint8Array(100)))
    broken.failNext({ drop: 10 })
    const cut = (await setup(broken)({ read: (answer) => answer.stream() })) as ReadableStream<Uint8Array>
    await expect(new Response(cut).arrayBuffer()).rejects.toSatisfy(isConnectionError)
  })

  test('works through an injected fetch without a network', async () => {
    const server = await startFakeServer((request) => json(request.method), { listen: false })
    const call = setup(server, { fetch: server.fetch })
    server.failNext({ drop: 'before' })
    expect(await call()).toBe('GET')
    expect(server.requests).toHaveLength(2)
  })

  test('reads a body into a buffer that is used again, and nothing beyond its end', async () => {
    const server = await start(() => new Response('0123456789'))
    const buffer = new Uint8Array(12)
    const call = setup(server)
    expect(await call({ read: (answer) => answer.readInto(buffer) })).toBe(10)
    expect(await call({ read: (answer) => answer.readInto(buffer.subarray(2)) })).toBe(10)
    expect(new TextDecoder().decode(buffer)).toBe('010123456789')
    const error = await call({ read: (answer) => answer.readInto(buffer.subarray(3)) }).catch(
      (caught: unknown) => caught,
    )
    expect(isProtocolError(error) && error.message).toMatch(/longer than the 9 bytes/)
  })

  test('an answer that breaks off is repeated also where the runtime gives no code, as browsers do', async () => {
    const server = await start(() => json('whole'))
    let isFirst = true
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await globalThis.fetch(...request)
      if (!isFirst) return response
      isFirst = false
      const broken = new ReadableStream({ pull: () => Promise.reject(new TypeError('network error')) })
      return new Response(broken, response)
    }
    expect(await setup(server, { fetch })()).toBe('whole')
    expect(server.requests).toHaveLength(2)
  })

  test('a fetch that can fill a buffer itself is asked to', async () => {
    const server = await start(() => new Response('0123456789'))
    const filled: number[] = []
    const fetch: typeof globalThis.fetch = async (...request) => {
      const response = await globalThis.fetch(...request)
      let left = 10
      const fill = async (buffer: Uint8Array) => {
        filled.push(buffer.length)
        const length = Math.min(left, buffer.length)
        left -= length
        return length
      }
      directBodies.set(response, { fill, next: async () => undefined, cancel() {} })
      return response
    }
    const call = setup(server, { fetch })
    expect(await call({ read: (answer) => answer.readInto(new Uint8Array(12)) })).toBe(10)
    expect(await call({ read: (answer) => answer.readInto(new Uint8Array(10)) })).toBe(10)
    const tooLong = call({ read: (answer) => answer.readInto(new Uint8Array(7)) })
    await expect(tooLong).rejects.toThrow(/longer than the 7 bytes/)
    expect(filled).toEqual([12, 10, 1, 7, 1])
  })

  test("a call's own way to fetch is used where the client has none", async () => {
    const server = await start(() => json('wire'))
    const own = async () => json('own')
    expect(await setup(server)({ defaultFetch: own })).toBe('own')
    expect(await setup(server, { fetch: globalThis.fetch })({ defaultFetch: own })).toBe('wire')
  })
})
