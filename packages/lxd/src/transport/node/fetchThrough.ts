import type { Dispatcher } from 'undici'
import { requestThrough } from './requestThrough.js'
import type { StreamedRequest } from './sendThrough.js'

/** Sends what has a body of unknown length. */
export type SendStream = (request: Omit<StreamedRequest, 'socketPath'>, signal: AbortSignal) => Promise<Response>

/**
 * A `fetch` that goes through undici's dispatchers. It takes standard requests of any origin of `Request`, which undici's
 * own fetch refuses, and sends the path untouched when the fragment holds it: `URL` would resolve a name like `..` away.
 *
 * @param choose - The dispatcher for a path.
 * @param sendStream - Sends bodies that are streams. Left out, undici does.
 */
export function fetchThrough(
  choose: (path: string) => Dispatcher,
  sendStream?: SendStream | undefined,
): typeof globalThis.fetch {
  return async (input, options) => {
    const request = input instanceof Request ? input : new Request(input, options)
    // That of a `Request` ends nothing any more once the `Request` is collected as garbage.
    const signal = options?.signal ?? request.signal
    const { origin, pathname, search, hash } = new URL(request.url)
    const path = hash.startsWith('#/') ? hash.slice(1) : pathname + search
    const body = await bodyOf(request)
    const method = request.method as Dispatcher.HttpMethod
    const headers = Object.fromEntries(request.headers)
    if (body instanceof ReadableStream && sendStream !== undefined) {
      const { host } = new URL(origin)
      return sendStream({ path, method, headers: { host, ...headers }, body }, signal)
    }
    // undici takes async iterables too; its types don't say so
    const sent = { origin, path, method, headers, body: body as Uint8Array | null }
    return requestThrough(choose(path), sent, signal)
  }
}

// JSON is small and gets a length; what is uploaded is passed on as it comes.
async function bodyOf(request: Request): Promise<Uint8Array | ReadableStream<Uint8Array> | null> {
  if (request.body === null) return null
  if (request.headers.get('content-type') === 'application/json') return new Uint8Array(await request.arrayBuffer())
  return request.body
}
