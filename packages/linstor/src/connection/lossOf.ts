import {
  type ClientError,
  ConnectionError,
  isConnectionError,
  isProtocolError,
  isTimeoutError,
  ProtocolError,
  TimeoutError,
} from '@x/core-errors'
import type { CallContext } from './CallContext.js'

/**
 * The error of one call whose connection ended: of the same kind as what ended it, with that as its cause. All calls of
 * a connection share the cause. A connection that this client closed itself is no reason to try again.
 *
 * @param idempotent - Whether the call only reads, and can be made again anyway.
 * @param written - Whether the request may have reached the controller.
 */
export function lossOf(cause: ClientError, context: CallContext, idempotent: boolean, written: boolean): ClientError {
  const message = `${context.operation}: ${cause.message}`
  const details = { ...context.details, cause, retryable: cause.retryable && (idempotent || !written) }
  if (isTimeoutError(cause)) return new TimeoutError(message, { ...details, timeoutMs: cause.timeoutMs })
  if (isProtocolError(cause)) return new ProtocolError(message, { ...details, path: cause.path })
  const code = isConnectionError(cause) ? cause.code : undefined
  return new ConnectionError(message, { ...details, code, mayHaveBeenSent: written })
}
