import {
  type ClientError,
  ConnectionError,
  isProtocolError,
  isTimeoutError,
  ProtocolError,
  TimeoutError,
} from '@x/core-errors'
import type { CallRequest } from './Call.js'

/**
 * The error of one call whose connection ended: of the same kind as what ended it, with that as its cause. All calls of
 * a connection share the cause.
 *
 * A connection that this client closed itself is no reason to try again.
 *
 * @param written - Whether the request may have reached the controller; a call that only reads can be made again anyway.
 */
export function lossOf(
  cause: ClientError,
  {
    operation,
    requestId,
    attempt: attempts,
    idempotent,
  }: Pick<CallRequest, 'operation' | 'requestId' | 'attempt' | 'idempotent'>,
  written: boolean,
): ClientError {
  const message = `${operation}: ${cause.message}`
  const details = { operation, requestId, attempts, cause, retryable: cause.retryable && (idempotent || !written) }
  if (isTimeoutError(cause)) return new TimeoutError(message, { ...details, timeoutMs: cause.timeoutMs })
  if (isProtocolError(cause)) return new ProtocolError(message, { ...details, path: cause.path })
  return new ConnectionError(message, { ...details, mayHaveBeenSent: written })
}
