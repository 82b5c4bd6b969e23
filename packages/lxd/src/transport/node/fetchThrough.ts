import type { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import { toHeaders } from './toHeaders.js'

const emptyStatuses = new Set([204, 205, 304])

/**
 * A `fetch` that goes through undici's dispatchers. It takes standard requests of any origin of `Request`, which undici's
 * own fetch refuses, and sends the path untouched when the fragment holds it: `URL` would resolve a name like `..` away.
 *
 * @param choose - The dispatcher for a path.
 */
export function fetchThrough(choose: (path: string) => Dispatcher): typeof globalThis.fetch {
  return async (input, init) => {
    const request = input instanceof Request && init === undefined ? input : new Request(input, init)
    const { origin, pathname, search, hash } = new URL(request.url)
    const path = hash.startsWith('#/') ? hash.slice(1) : pathname + search
    const answer = await choose(path).request({
      origin,
      path,
      method: request.method as Dispatcher.HttpMethod,
      headers: Object.fromEntries(request.headers),
      body: (await bodyOf(request)) as Uint8Array | null, // undici takes async iterables too; its types don't say so
      signal: request.signal,
    })
    const headers = toHeaders(answer.headers)
    const isEmpty = request.method === 'HEAD' || emptyStatuses.has(answer.statusCode)
    if (isEmpty) await answer.body.dump()
    return new Response(isEmpty ? null : toStream(answer.body), { status: answer.statusCode, headers })
  }
}

// JSON is small and gets a length; what is uploaded is passed on as it comes.
async function bodyOf(request: Request): Promise<Uint8Array | AsyncIterable<Uint8Array> | null> {
  if (request.body === null) return null
  if (request.headers.get('content-type') === 'application/json') return new Uint8Array(await request.arrayBuffer())
  return request.body
}

function toStream(body: Readable): ReadableStream<Uint8Array> {
  body.on('error', () => {}) // told by the iterator, to whoever still reads
  const iterator = body[Symbol.asyncIterator]()
  return new ReadableStream(
    {
      async pull(controller) {
        const step = await iterator.next()
        if (step.done) controller.close()
        else controller.enqueue(step.value)
      },
      cancel() {
        body.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}
