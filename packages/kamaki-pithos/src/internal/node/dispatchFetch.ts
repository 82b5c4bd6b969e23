import { DispatchedBody, directBodies, toHeaders } from '@x/core-errors/http'
import type { Dispatcher } from 'undici'
import { Agent } from 'undici/index.js' // without the file, Bun takes a module of its own that has no dispatchers

const bodiless = new Set([204, 205, 304])

// Room for all the metadata that an object can have, percent-encoded. Silence is bounded where the call is known. Idle
// connections close after some seconds and keep no process alive.
const settings = { maxHeaderSize: 131_072, headersTimeout: 0, bodyTimeout: 0 }
let agent: Agent | undefined

/** A `fetch` over undici that leaves bodies as they are, and lets them be read into a buffer without a stream between. */
export const dispatchFetch: typeof globalThis.fetch = async (input, init) => {
  const request = input instanceof Request ? input : new Request(input, init)
  const { method, body } = request
  // That of a `Request` ends nothing any more once the `Request` is collected as garbage.
  const signal = init?.signal ?? request.signal
  signal.throwIfAborted()
  const { origin, pathname, search } = new URL(request.url)
  const isEmpty = body === null && (method === 'PUT' || method === 'POST')
  const headers = {
    'accept-encoding': 'identity',
    ...(isEmpty ? { 'content-length': '0' } : {}),
    ...Object.fromEntries(request.headers),
  }
  const options = { origin, path: pathname + search, method: method as Dispatcher.HttpMethod, headers }
  agent ??= new Agent(settings)
  return answerTo(agent, { ...options, body: body as Uint8Array | null }, signal) // async iterables too; the types don't say so
}

function answerTo(dispatcher: Dispatcher, options: Dispatcher.DispatchOptions, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    let dispatched: DispatchedBody | undefined
    let abort = reject
    const onAbort = () => abort(signal.reason)
    const over = () => signal.removeEventListener('abort', onAbort)
    signal.addEventListener('abort', onAbort, { once: true })
    dispatcher.dispatch(options, {
      onRequestStart(controller) {
        abort = (reason) => controller.abort(reason)
        if (signal.aborted) onAbort()
      },
      onResponseStart(controller, status, received, statusText) {
        if (status < 200) return
        const headers = toHeaders(received)
        const head = { status, statusText: statusText ?? '', headers }
        if (bodiless.has(status) || headers.get('content-length') === '0' || options.method === 'HEAD') {
          return resolve(new Response(null, head))
        }
        const body = new DispatchedBody(controller)
        // First, as it throws on a status that no server should send: undici then reports to whom there is.
        const response = new Response(body.stream(), head)
        directBodies.set(response, body)
        dispatched = body
        resolve(response)
      },
      onResponseData: (_, chunk) => dispatched?.take(chunk as Uint8Array<ArrayBuffer>),
      onResponseEnd() {
        over()
        dispatched?.end()
      },
      onResponseError(_, error) {
        over()
        const cause = signal.aborted ? signal.reason : new TypeError('fetch failed', { cause: error })
        if (dispatched === undefined) reject(cause)
        else dispatched.fail(cause)
      },
    })
  })
}
