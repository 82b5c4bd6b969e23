import { ApiError } from '../errors/ApiError.js'
import { type ClientError, type ClientErrorDetails, isClientError } from '../errors/ClientError.js'
import { ConfigurationError } from '../errors/ConfigurationError.js'
import { ConnectionError } from '../errors/ConnectionError.js'
import { ProtocolError } from '../errors/ProtocolError.js'
import { TimeoutError } from '../errors/TimeoutError.js'
import { parseRetryAfter } from '../retry/parseRetryAfter.js'
import { connectionFailure } from './connectionFailure.js'

/** What was under way when something was thrown. */
export interface HttpErrorContext extends ClientErrorDetails {
  /** Where the request went, for the message. Credentials in it are replaced. */
  url?: string | undefined
  /** The HTTP method, for the message. */
  method?: string | undefined
  /** Whether the request only reads, so that repeating it is safe. @default false */
  idempotent?: boolean | undefined
  /** The bound of the attempt in milliseconds, told in a {@link TimeoutError}. */
  timeoutMs?: number | undefined
}

// ky's own errors are known by their names: whoever does not use ky need not ship it.
const isNamed = (error: unknown, name: string): error is Error => error instanceof Error && error.name === name
const isHTTPError = (error: unknown): error is Error & { response: Response } =>
  isNamed(error, 'HTTPError') && 'response' in error
const isKyTimeoutError = (error: unknown): error is Error => isNamed(error, 'TimeoutError') && 'request' in error
// What browsers say of a connection that is lost within an answer, with no code and no cause.
const lostInBrowser =
  /^(?:failed to fetch|network ?error|load failed|error in body stream|the network connection was lost)/i
const isNetworkError = (error: unknown): error is Error =>
  isNamed(error, 'NetworkError') || (error instanceof TypeError && lostInBrowser.test(error.message))

/**
 * Turns what ky, fetch or undici threw into one of the five kinds. Errors of the family are given back as they are.
 * An abort has no place here: the caller's own `signal.reason` is thrown before this is asked.
 */
export function toClientError(error: unknown, context: HttpErrorContext = {}): ClientError {
  if (isClientError(error)) return error
  const { url, method, idempotent = false, timeoutMs, ...details } = context
  const what = [details.operation, method, url].filter((part) => part !== undefined).join(' ') || 'request'
  // ky's own wrapper says no more than what it wraps, and holds the request with its headers.
  const shared = { ...details, cause: isNetworkError(error) ? (error.cause ?? error) : error }
  if (isHTTPError(error)) {
    const { status, headers } = error.response
    const retryAfterMs = parseRetryAfter(headers.get('retry-after'))
    return new ApiError(`${what}: HTTP ${status}`, {
      ...shared,
      status,
      retryAfterMs,
      retryable: idempotent && status >= 500,
    })
  }
  if (isKyTimeoutError(error)) {
    return new TimeoutError(`${what}: no answer within ${timeoutMs ?? '?'} ms`, {
      ...shared,
      timeoutMs: timeoutMs ?? Number.NaN,
      retryable: idempotent,
    })
  }
  const failure = connectionFailure(error)
  if (failure?.timeout) {
    const message = `${what}: the connection was silent for too long (${failure.code})`
    return new TimeoutError(message, { ...shared, timeoutMs: timeoutMs ?? Number.NaN, retryable: idempotent })
  }
  if (failure !== undefined || isNetworkError(error)) {
    const { code, text, mayHaveBeenSent, permanent } = failure ?? fallbackFailure
    return new ConnectionError(`${what}: ${text}`, {
      ...shared,
      code,
      mayHaveBeenSent,
      retryable: !permanent && (idempotent || !mayHaveBeenSent),
    })
  }
  if (error instanceof TypeError || error instanceof RangeError) {
    return new ConfigurationError(`${what}: ${error.message}`, shared)
  }
  return new ProtocolError(`${what}: ${error instanceof Error ? error.message : String(error)}`, shared)
}

const fallbackFailure = { code: undefined, text: 'the connection failed', mayHaveBeenSent: true, permanent: false }
