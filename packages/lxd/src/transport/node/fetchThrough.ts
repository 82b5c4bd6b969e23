import type { Dispatcher } from 'undici'
import { requestThrough } from './requestThrough.js'

/**
 * A `fetch` that goes through undici's dispatchers. It takes standard requests of any origin of `Request`, which undici's
 * own fetch refuses, and sends the path untouched when the fragment holds it: `URL` would resolve a name like `..` away.
 *
 * @param choose - The dispatcher for a path.
 */
export function fetchThrough(choose: (path: string) => Dispatcher): typeof globalThis.fetch {
  return async (input, options) => {
    const request = input instanceof Request ? input : new Request(input, options)
    const { origin, pathname, search, hash } = new URL(request.url)
    const path = hash.startsWith('#/') ? hash.slice(1) : pathname + search
    const body = (await bodyOf(request)) as Uint8Array | null // undici takes async iterables too; its types don't say so
    const method = request.method as Dispatcher.HttpMethod
    const headers = Object.fromEntries(request.headers)
    return requestThrough(choose(path), { origin, path, method, headers, body }, request.signal)
  }
}

// JSON is small and gets a length; what is uploaded is passed on as it comes.
async function bodyOf(request: Request): Promise<Uint8Array | AsyncIterable<Uint8Array> | null> {
  if (request.body === null) return null
  if (request.headers.get('content-type') === 'application/json') return new Uint8Array(await request.arrayBuffer())
  return request.body
}
