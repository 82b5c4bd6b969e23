import { createRequestId } from '../createRequestId.js'
import { isApiError } from '../errors/ApiError.js'
import type { ClientError } from '../errors/ClientError.js'
import { ProtocolError } from '../errors/ProtocolError.js'
import { TimeoutError } from '../errors/TimeoutError.js'
import type { ClientHooks } from '../events/ClientHooks.js'
import { notify } from '../events/notify.js'
import { redactText } from '../redaction/redactText.js'
import { type RetryOptions, resolveRetryOptions } from '../retry/RetryOptions.js'
import { retry } from '../retry/retry.js'
import { type Clock, systemClock } from '../time/Clock.js'
import { checkTimeoutMs } from '../time/checkTimeoutMs.js'
import { Deadline } from '../time/Deadline.js'
import type { CallContext } from './CallContext.js'
import { HttpAnswer } from './HttpAnswer.js'
import type { HeaderMap, HttpAttempt, HttpCall } from './HttpCall.js'
import { toClientError } from './toClientError.js'

/** What all calls of one client share. */
export interface HttpTransportParameters {
  /** Names the client in events: `storpool`. */
  client: string
  /** Replaces `globalThis.fetch`; receives a standard `Request`. */
  fetch?: typeof globalThis.fetch | undefined
  /** Upper bound for one attempt, in milliseconds. @default 30_000 */
  timeoutMs?: number | undefined
  /** @default { attempts: 3, baseDelayMs: 100, maxDelayMs: 5_000 } */
  retry?: RetryOptions | false | undefined
  /** Upper bound of a body that is read whole, in bytes. @default 268_435_456 (256 MiB) */
  maxResponseBytes?: number | undefined
  hooks?: ClientHooks | undefined
  /** Texts that no error and no event may show. Asked when they are needed. */
  secrets?: (() => Iterable<string>) | undefined
  /** @default systemClock */
  clock?: Clock | undefined
  /** Where the jitter of retries comes from. @default Math.random */
  random?: (() => number) | undefined
}

/** Makes calls: sends, bounds, retries, explains and reports them. */
export type HttpTransport = <T>(call: HttpCall<T>) => Promise<T>

/** Sends one request: `fetch`, or something of the same use around it. */
export type SendRequest = (
  url: string | URL,
  init: RequestInit & { fetch: typeof globalThis.fetch },
) => Promise<Response>

const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Makes the transport of an HTTP client: it knows which calls are idempotent, bounds the body as well as the head, and
 * reports every step.
 *
 * Redirects are refused: following one would send the credentials to another server.
 *
 * @param send - What sends a request.
 * @throws {ConfigurationError} when an option is out of range.
 */
export function createTransport(parameters: HttpTransportParameters, send: SendRequest): HttpTransport {
  const { client, hooks, clock = systemClock, random, secrets = () => [] } = parameters
  const { timeoutMs: defaultTimeoutMs = 30_000, maxResponseBytes = 268_435_456 } = parameters
  checkTimeoutMs(defaultTimeoutMs)
  const retryDefaults = resolveRetryOptions(parameters.retry)

  return async function makeCall<T>(call: HttpCall<T>): Promise<T> {
    const { operation, method, signal, requestId = createRequestId(), timeoutMs = defaultTimeoutMs } = call
    signal?.throwIfAborted()
    checkTimeoutMs(timeoutMs, operation)
    const url = redactText(String(call.url), secrets())
    const fetch = parameters.fetch ?? call.defaultFetch
    const once = typeof ReadableStream !== 'undefined' && call.body instanceof ReadableStream
    const options = once || call.retry === false ? false : resolveRetryOptions(call.retry, retryDefaults)
    let attempts = 0
    let refused: { error: unknown; credentials: HeaderMap | undefined } | undefined
    let credentials: HeaderMap | undefined

    const attemptOnce = async (): Promise<T> => {
      const event = { client, operation, requestId, attempt: ++attempts, method, url }
      const startedAt = clock.elapsed()
      const deadline = new Deadline({ timeoutMs, signal, clock, onTimeout: () => timedOut(context) })
      const stop = new AbortController()
      const context: CallContext = {
        operation,
        requestId,
        attempts,
        secrets: [...secrets()],
        method,
        url,
        idempotent: call.idempotent,
        timeoutMs,
        maxResponseBytes,
        callerSignal: signal,
        clock,
        explain: (error) => {
          const reason = stop.signal.aborted
            ? stop.signal.reason
            : deadline.signal.aborted
              ? deadline.signal.reason
              : error
          if (signal?.aborted) return signal.reason
          return toClientError(reason, context)
        },
        abort: (reason) => stop.abort(reason),
        release: () => deadline[Symbol.dispose](),
      }
      let answer: HttpAnswer | undefined
      try {
        const attempt: HttpAttempt = { attempt: attempts, reauthorize: refused !== undefined, signal: deadline.signal }
        credentials = await deadline.race(Promise.resolve(call.authorize?.(attempt)))
        if (refused !== undefined) {
          const isSame = !call.confirmsCredentials && sameHeaders(credentials, refused.credentials)
          if (isSame || credentials === undefined) throw refused.error
        }
        notify(hooks, 'onRequest', event)
        const body = typeof call.body === 'function' ? call.body() : call.body
        const ending = AbortSignal.any([deadline.signal, stop.signal])
        const init = {
          method,
          headers: { ...call.headers, ...credentials },
          signal: ending,
          redirect: 'manual' as const,
          ...(body === undefined || body === null ? {} : { body }),
          fetch: withSignal(fetch ?? globalThis.fetch, ending),
        }
        const response = await deadline.race(send(call.url, init))
        notify(hooks, 'onResponse', { ...event, status: response.status, durationMs: clock.elapsed() - startedAt })
        refuseRedirect(response, context)
        answer = new HttpAnswer(response, context)
        return await deadline.race(Promise.resolve(call.read(answer)))
      } catch (error) {
        stop.abort(error)
        throw context.explain(error)
      } finally {
        if (!answer?.streaming) context.release()
      }
    }

    // A 401 is worth one more try when other credentials can be had; the same ones would only be refused again.
    const authorized = async (): Promise<T> => {
      try {
        refused = undefined
        return await attemptOnce()
      } catch (error) {
        if (once || call.authorize === undefined || !isApiError(error) || error.status !== 401) throw error
        refused = { error, credentials }
        return await attemptOnce()
      }
    }

    try {
      return await retry(authorized, {
        retry: options,
        signal,
        clock,
        random,
        shouldRetry: (error) => call.shouldRetry?.(error as ClientError, attempts) ?? (error as ClientError).retryable,
        retryAfterMs: (error) => (isApiError(error) ? error.retryAfterMs : undefined),
        onRetry: ({ delayMs, error }) =>
          notify(hooks, 'onRetry', { client, operation, requestId, attempt: attempts, delayMs, error }),
      })
    } catch (error) {
      notify(hooks, 'onFailure', { client, operation, requestId, attempt: attempts, error })
      throw error
    }
  }
}

/**
 * In Node a request ends with the signal that its `Request` was made with only as long as somebody holds the `Request`:
 * once that is collected as garbage, an abort leaves the connection open. A signal given beside it is held by the fetch.
 */
const withSignal =
  (fetch: typeof globalThis.fetch, signal: AbortSignal): typeof globalThis.fetch =>
  (input, init) =>
    fetch(input, { ...init, signal })

const timedOut = (context: CallContext): TimeoutError =>
  new TimeoutError(
    `${context.operation}: no answer from ${context.method} ${context.url} within ${context.timeoutMs} ms`,
    {
      ...context,
      retryable: context.idempotent,
    },
  )

function refuseRedirect(response: Response, context: CallContext): void {
  if (response.type !== 'opaqueredirect' && !redirects.has(response.status)) return
  const target = response.headers.get('location')
  const where = target === null ? 'elsewhere' : `to ${target}`
  throw new ProtocolError(
    `${context.operation}: the server redirects ${where}; redirects are not followed, since the credentials would go along`,
    { ...context, status: response.status },
  )
}

const sameHeaders = (one: HeaderMap = {}, other: HeaderMap = {}): boolean =>
  Object.keys({ ...one, ...other }).every((name) => one[name] === other[name])
