import type { ClientRequest, IncomingMessage } from 'node:http'
import { builtinModule } from './builtinModule.js'

const bodiless = new Set([204, 205, 304])

// Room for all the metadata that an object can have, percent-encoded.
const maxHeaderSize = 131_072

/**
 * A `fetch` over `node:http` that hands out bodies as they come over the wire; `undefined` in browsers.
 *
 * The `fetch` of a runtime undoes what `Content-Encoding` says. In this store that header is a property of the object:
 * undoing it would make blocks that don't fit their hashes, and parts of objects can't be undone at all. Besides, a block
 * that is sent or received is not copied on its way here.
 */
export function wireFetch(): typeof globalThis.fetch | undefined {
  const http = builtinModule<typeof import('node:http')>('node:http')
  const https = builtinModule<typeof import('node:https')>('node:https')
  if (http === undefined || https === undefined) return undefined
  return (input, init) => {
    const request = input instanceof Request ? input : new Request(input, init)
    request.signal.throwIfAborted()
    const { protocol } = new URL(request.url)
    const { headers, method, signal } = request
    const isEmpty = request.body === null && (method === 'PUT' || method === 'POST')
    const outgoing = (protocol === 'https:' ? https : http).request(request.url, {
      method,
      headers: {
        'accept-encoding': 'identity',
        ...(isEmpty ? { 'content-length': '0' } : {}),
        ...Object.fromEntries(headers),
      },
      signal,
      maxHeaderSize,
    })
    return new Promise((resolve, reject) => {
      outgoing.once('response', (incoming) => resolve(toResponse(incoming)))
      // Stays: after the answer has begun, a connection that breaks is told by its body.
      outgoing.on('error', (cause) => reject(signal.aborted ? signal.reason : new TypeError('fetch failed', { cause })))
      sendBody(request.body, outgoing).catch((error: unknown) => {
        outgoing.destroy(error instanceof Error ? error : new Error(String(error)))
      })
    })
  }
}

async function sendBody(body: ReadableStream<Uint8Array> | null, outgoing: ClientRequest): Promise<void> {
  const reader = body?.getReader()
  for (let step = await reader?.read(); step?.value !== undefined; step = await reader?.read()) {
    if (outgoing.destroyed) break
    if (!outgoing.write(step.value)) await drained(outgoing)
  }
  outgoing.end()
}

function drained(outgoing: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done).off('close', done)
      resolve()
    }
    outgoing.once('drain', done).once('close', done)
  })
}

function toResponse(incoming: IncomingMessage): Response {
  const { statusCode = 0, statusMessage = '', rawHeaders } = incoming
  const headers = new Headers()
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '')
  }
  const hasNoBody = bodiless.has(statusCode) || headers.get('content-length') === '0'
  if (hasNoBody) incoming.resume()
  return new Response(hasNoBody ? null : toStream(incoming), { status: statusCode, statusText: statusMessage, headers })
}

function toStream(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let isOver = false
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = (finish: () => void) => {
          if (isOver) return
          isOver = true
          finish()
        }
        incoming.on('data', (chunk: Uint8Array) => {
          if (isOver) return
          controller.enqueue(chunk)
          if ((controller.desiredSize ?? 0) <= 0) incoming.pause()
        })
        incoming.once('end', () => end(() => controller.close()))
        incoming.on('error', (cause) => end(() => controller.error(new TypeError('terminated', { cause }))))
        incoming.pause()
      },
      pull: () => void incoming.resume(),
      cancel() {
        isOver = true
        incoming.destroy()
      },
    },
    { highWaterMark: 8 },
  )
}
