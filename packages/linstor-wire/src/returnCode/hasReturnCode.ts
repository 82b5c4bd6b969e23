import { codeMask, severityMask } from './returnCodeTables.js'
import { toUnsigned } from './toUnsigned.js'

// 0 in every code that has parts. UNKNOWN_API_CALL and its kind fill them and are compared as a whole.
const zeroBits = 0x3fff_ffff_fc00_0000n

/**
 * Tells whether a return code is the given one, whatever operation and object it names: severity and code number are
 * compared, and nothing else. Plain equality fails, since operation and object are part of the number.
 *
 * @param code - `retCode` of a reply.
 * @param wanted - A constant such as `FAIL_EXISTS_RSC` from `@x/linstor-wire/constants`.
 * @example
 * hasReturnCode(reply.retCode, FAIL_EXISTS_RSC)
 */
export function hasReturnCode(code: bigint, wanted: bigint): boolean {
  const one = toUnsigned(code)
  const other = toUnsigned(wanted)
  if (((one | other) & zeroBits) !== 0n) return one === other
  return ((one ^ other) & (severityMask | codeMask)) === 0n
}
