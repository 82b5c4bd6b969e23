import type { ReturnCode } from './ReturnCode.js'
import {
  codeMask,
  codeNames,
  objectBits,
  objectMask,
  operationBits,
  operationMask,
  type ReturnCodeName,
  type ReturnCodeObject,
  type ReturnCodeOperation,
  wholeCodes,
} from './returnCodeTables.js'
import { severityOf } from './severityOf.js'
import { toUnsigned } from './toUnsigned.js'

/**
 * Takes a return code apart.
 *
 * @param code - `retCode` of a reply; signed numbers, as JSON tools print them, are taken too.
 * @throws {ConfigurationError} when the number has more than 64 bits.
 * @example
 * decodeReturnCode(0xc0000000013401f6n)
 * // { severity: 'error', operation: 'create', object: 'resource', code: 502, name: 'FAIL_EXISTS_RSC', value: … }
 */
export function decodeReturnCode(code: bigint): ReturnCode {
  const value = toUnsigned(code)
  const severity = severityOf(value)
  const whole = nameOf<ReturnCodeName>(wholeCodes, value)
  if (whole !== undefined) return { value, severity, operation: 'none', object: 'none', code: 0, name: whole }
  const number = Number(value & codeMask)
  const names: Readonly<Record<number, ReturnCodeName>> = codeNames[severity]
  return {
    value,
    severity,
    operation: nameOf<ReturnCodeOperation>(operationBits, value & operationMask) ?? 'none',
    object: nameOf<ReturnCodeObject>(objectBits, value & objectMask) ?? 'unknown',
    code: number,
    name: names[number],
  }
}

function nameOf<Name extends string>(table: Readonly<Partial<Record<Name, bigint>>>, bits: bigint): Name | undefined {
  for (const name in table) {
    if (table[name] === bits) return name
  }
  return undefined
}
