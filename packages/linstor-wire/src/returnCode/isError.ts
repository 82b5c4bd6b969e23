import { hasReturnCode } from './hasReturnCode.js'
import { type Reply, retCodeOf } from './Reply.js'
import { severityOf } from './severityOf.js'

/**
 * Tells whether a reply is an error.
 *
 * @param wanted - Only this error counts, for example `FAIL_EXISTS_RSC`; see {@link hasReturnCode}.
 */
export function isError(reply: Reply, wanted?: bigint): boolean {
  const code = retCodeOf(reply)
  return severityOf(code) === 'error' && (wanted === undefined || hasReturnCode(code, wanted))
}
