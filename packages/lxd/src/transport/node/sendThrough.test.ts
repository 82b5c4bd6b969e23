import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { leakedHandles, openHandles } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import { sendThrough } from './sendThrough.js'

// A server of Node's own on a unix socket, for what happens on the connection itself.
async function serve(listener: RequestListener) {
  const folder = await mkdtemp(join(tmpdir(), 'send-'))
  const socketPath = join(folder, 'socket')
  const server = createServer(listener).listen(socketPath)
  await once(server, 'listening')
  const agent = new Agent({ keepAlive: false })
  return {
    send: (body: ReadableStream<Uint8Array>, signal = new AbortController().signal) =>
      sendThrough(agent, { socketPath, method: 'POST', path: '/', headers: { host: 'lxd' }, body }, signal),
    async [Symbol.asyncDispose]() {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}

// A body in two buffers by turns; each is overwritten as soon as the piece after its own is asked for.
function inTwoBuffers(pieces: number, pieceBytes: number) {
  const buffers = [new Uint8Array(pieceBytes), new Uint8Array(pieceBytes)] as const
  const whole = createHash('sha256')
  const state = { given: 0, isCanceled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (state.given === pieces) return controller.close()
        buffers[state.given % 2 === 0 ? 1 : 0].fill(0xff)
        const buffer = buffers[state.given % 2 === 0 ? 0 : 1].fill(state.given++ % 251)
        whole.update(buffer)
        controller.enqueue(buffer)
      },
      cancel: () => {
        state.isCanceled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, state, digest: () => whole.digest('hex') }
}

async function slowDigest(request: IncomingMessage, pauseMs: number): Promise<string> {
  const hash = createHash('sha256')
  let chunks = 0
  for await (const chunk of request) {
    hash.update(chunk)
    if (chunks++ % 20 === 0) await sleep(pauseMs)
  }
  return hash.digest('hex')
}

const failure = (work: Promise<unknown>) => work.catch((error: unknown) => error)

test.each([1_000, 70_000, 1_048_576])(
  'buffers of %i bytes can be used again for the piece after the next',
  async (size) => {
    await using server = await serve(async (request, response) => void response.end(await slowDigest(request, 1)))
    const upload = inTwoBuffers(40, size)
    const response = await server.send(upload.body)
    expect(await response.text()).toBe(upload.digest())
    expect(response.status).toBe(200)
  },
)

test('a server that answers before the end is heard, and the rest is not read from its source', async () => {
  await using server = await serve((_, response) => {
    response.writeHead(400, { 'content-type': 'text/plain', 'x-many': ['a', 'b'] })
    response.end('no')
  })
  const upload = inTwoBuffers(10_000, 65_536)
  const response = await server.send(upload.body)
  expect([response.status, response.headers.get('x-many')]).toEqual([400, 'a, b'])
  expect(await response.text()).toBe('no')
  await expect.poll(() => upload.state.isCanceled).toBe(true)
  expect(upload.state.given).toBeLessThan(10_000)
})

test('an abort ends it with its reason: while it is sent, while the answer is waited for, and within that', async () => {
  const before = openHandles()
  {
    await using server = await serve(async (request, response) => {
      const digest = await failure(slowDigest(request, 0))
      if (typeof digest === 'string') response.write(digest)
    })
    const reason = new Error('enough')
    const already = inTwoBuffers(1, 10)
    expect(await failure(server.send(already.body, AbortSignal.abort(reason)))).toBe(reason)
    const sending = new AbortController()
    const endless = inTwoBuffers(1_000_000, 65_536)
    const sent = failure(server.send(endless.body, sending.signal))
    await expect.poll(() => endless.state.given).toBeGreaterThan(3)
    sending.abort(reason)
    expect(await sent).toBe(reason)
    await expect.poll(() => endless.state.isCanceled).toBe(true)
    const reading = new AbortController()
    const response = await server.send(inTwoBuffers(2, 10).body, reading.signal)
    const text = failure(response.text())
    reading.abort(reason)
    expect(await text).toBeInstanceOf(Error)
  }
  expect(await leakedHandles(before)).toEqual([])
})

test('a source that fails ends the request with its error, and the server gets no whole body', async () => {
  let isComplete: boolean | undefined
  await using server = await serve((request) => {
    request.resume().once('close', () => {
      isComplete = request.complete
    })
    request.on('error', () => {})
  })
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(100))
      controller.error(new Error('the disk is gone'))
    },
  })
  expect(await failure(server.send(broken))).toMatchObject({ message: 'the disk is gone' })
  await expect.poll(() => isComplete).toBe(false)
})

test('a server that closes the connection, or is not there, is an error with its code', async () => {
  await using server = await serve((request) => request.socket.destroy())
  expect(await failure(server.send(inTwoBuffers(1_000, 65_536).body))).toMatchObject({
    code: expect.stringMatching(/^(?:ECONNRESET|EPIPE)$/),
  })
  const nowhere = { socketPath: join(tmpdir(), 'not-there'), method: 'POST', path: '/', headers: {} }
  const sent = sendThrough(new Agent(), { ...nowhere, body: inTwoBuffers(1, 1).body }, new AbortController().signal)
  expect(await failure(sent)).toMatchObject({ code: 'ENOENT' })
})

test('a status that there is none of is an error', async () => {
  await using server = await serve((request, response) => {
    request.resume()
    response.writeHead(999).end('x')
  })
  expect(await failure(server.send(inTwoBuffers(1, 1).body))).toBeInstanceOf(RangeError)
})
