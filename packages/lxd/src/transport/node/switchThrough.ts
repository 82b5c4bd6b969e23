import { Deadline, TimeoutError } from '@x/core-errors'
import { toClientError, toHeaders } from '@x/core-errors/http'
import type { Dispatcher } from 'undici'
import type { LxdConfig } from '../../config/LxdConfig.js'
import { toApiError } from '../../errors/toApiError.js'
import type { SwitchedConnection } from '../LxdNetwork.js'
import type { LxdConnectCall } from '../LxdTransport.js'

// What is kept of an answer that refuses: enough for an envelope with a long text.
const longestRefusal = 65_536

interface Refusal {
  status: number
  headers: Headers
  text: string
}

/**
 * Asks the server to leave HTTP, over the same connections (and the same certificate check) as every request.
 *
 * undici's own WebSocket is not used: it hides the answer of a server that refuses, and reads on when nobody listens.
 *
 * @throws {LxdApiError} with the server's answer when it refuses.
 * @throws {ConnectionError} @throws {TimeoutError}
 */
export async function switchThrough(
  dispatcher: Dispatcher,
  config: LxdConfig,
  call: LxdConnectCall,
  protocol: string,
  headers: Readonly<Record<string, string>>,
): Promise<SwitchedConnection> {
  const { operation, requestId, path, signal, timeoutMs = config.timeoutMs } = call
  const url = config.origin + path.split('?')[0]
  const context = { operation, requestId, attempts: 1, method: 'GET', url, timeoutMs }
  const onTimeout = () => new TimeoutError(`${operation}: no answer from ${url} within ${timeoutMs} ms`, context)
  using deadline = new Deadline({ timeoutMs, signal, onTimeout })
  try {
    const token = await config.token?.()
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const request = { origin: config.origin, path, method: 'GET' as const, upgrade: protocol }
    const all = { ...call.headers, ...headers, ...authorization }
    const answer = await dispatch(dispatcher, { ...request, headers: all }, deadline.signal)
    if ('socket' in answer) return answer
    throw toApiError({ status: answer.status, headers: answer.headers, context }, answer.text)
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    throw toClientError(error, context)
  }
}

function dispatch(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  signal: AbortSignal,
): Promise<SwitchedConnection | Refusal> {
  return new Promise((resolve, reject) => {
    const refusal: Refusal = { status: 0, headers: new Headers(), text: '' }
    let stop = () => reject(signal.reason)
    const settle = (act: () => void) => {
      signal.removeEventListener('abort', onAbort)
      act()
    }
    const onAbort = () => settle(stop)
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) return onAbort()
    dispatcher.dispatch(options, {
      onRequestStart(controller) {
        stop = () => {
          controller.abort(signal.reason)
          reject(signal.reason)
        }
        if (signal.aborted) stop()
      },
      onRequestUpgrade: (_controller, _status, headers, socket) =>
        settle(() => (signal.aborted ? socket.destroy() : resolve({ socket, headers: toHeaders(headers) }))),
      onResponseStart(_controller, status, headers) {
        refusal.status = status
        refusal.headers = toHeaders(headers)
      },
      onResponseData(_controller, chunk) {
        if (refusal.text.length < longestRefusal) refusal.text += chunk.toString('utf8')
      },
      onResponseEnd: () => settle(() => resolve(refusal)),
      onResponseError: (_controller, error) => settle(() => reject(error)),
    })
  })
}
