import { type Severity, severityBits, severityMask } from './returnCodeTables.js'
import { toUnsigned } from './toUnsigned.js'

/**
 * Severity of a return code.
 *
 * @param code - Unsigned, or signed as JSON tools print it.
 */
export function severityOf(code: bigint): Severity {
  const bits = toUnsigned(code) & severityMask
  if (bits === severityBits.error) return 'error'
  if (bits === severityBits.warning) return 'warning'
  return bits === severityBits.info ? 'info' : 'success'
}
