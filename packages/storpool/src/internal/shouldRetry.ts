import { type ClientError, isConnectionError } from '@x/core-errors'
import { isStorPoolApiError } from '../errors.js'

// What the bindings call lost: refused, reset, closed without an answer, an answer that is no HTTP or is cut off.
const lost = /^(?:ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|HPE_\w+)$/

/**
 * Decides whether a call is made again: when the server says that its refusal is transient, or the connection was lost.
 * Not after a timeout, a failed look-up, an unreachable host, or an answer that can't be read.
 *
 * @param repeatable - Whether a call that the server may have carried out is made again, too.
 * @see StorPool bindings 7.3.0, observed
 */
export function shouldRetry(error: ClientError, repeatable: boolean): boolean {
  if (isStorPoolApiError(error)) return error.transient
  // Browsers do not say what happened to a connection.
  if (!isConnectionError(error) || !lost.test(error.code ?? 'ECONNRESET')) return false
  return repeatable || !error.mayHaveBeenSent
}
