import { DispatchedBody, directBodies, toHeaders } from '@x/core-errors/http'
import type { Dispatcher } from 'undici'

const emptyStatuses = new Set([204, 205, 304])
// Most answers are an envelope: a stream around a kilobyte costs more than the request.
const shortBody = 16_384
// How much of a long answer waits to be read.
const readAheadBytes = 1_048_576

type Chunk = Uint8Array<ArrayBuffer>

/** Where the body of an answer goes. */
interface Sink {
  take(chunk: Chunk): void
  end(): void
  fail(error: unknown): void
}

/**
 * Sends a request and answers when the head of the answer has arrived, or all of a short one. What arrives is passed on as
 * it is, and no faster than it is read.
 */
export function requestThrough(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  signal: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let abort = (reason: unknown) => reject(reason)
    let sink: Sink | undefined
    const onAbort = () => abort(signal.reason)
    const settle = () => signal.removeEventListener('abort', onAbort)
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) return onAbort()
    dispatcher.dispatch(options, {
      onRequestStart(controller) {
        abort = (reason) => controller.abort(reason as Error)
        if (signal.aborted) onAbort()
      },
      onResponseStart(controller, status, sent) {
        if (status < 200) return
        const headers = toHeaders(sent)
        const init = { status, headers }
        if (options.method === 'HEAD' || emptyStatuses.has(status)) {
          sink = { take() {}, end: () => resolve(new Response(null, init)), fail: reject }
        } else if (Number(headers.get('content-length') ?? Number.NaN) <= shortBody) {
          sink = collected((bytes) => resolve(new Response(bytes, init)), reject)
        } else {
          const body = new DispatchedBody(controller, readAheadBytes)
          // First, as it throws on a status that no server should send: undici then reports to whom there is.
          const response = new Response(body.stream(), init)
          directBodies.set(response, body)
          sink = body
          resolve(response)
        }
      },
      onResponseData: (_, chunk) => sink?.take(chunk as Chunk),
      onResponseEnd() {
        settle()
        sink?.end()
      },
      onResponseError(_controller, error) {
        settle()
        if (sink === undefined) reject(error)
        else sink.fail(error)
      },
    })
  })
}

function collected(resolve: (bytes: Chunk) => void, fail: (error: unknown) => void): Sink {
  let bytes: Chunk = new Uint8Array(0)
  return {
    take(chunk) {
      bytes = bytes.byteLength === 0 ? chunk : new Uint8Array(Buffer.concat([bytes, chunk]))
    },
    end: () => resolve(bytes),
    fail,
  }
}
