import { ConfigurationError } from '@x/core-errors'
import {
  codeNames,
  objectBits,
  operationBits,
  type ReturnCodeName,
  type ReturnCodeObject,
  type ReturnCodeOperation,
  type Severity,
  severityBits,
  wholeCodes,
} from './returnCodeTables.js'

/** The parts of a return code. */
export interface ReturnCodeParts {
  /** Left out, it is the one that the name says, and `success` for a number. */
  severity?: Severity | undefined
  /** @default 'none' */
  operation?: ReturnCodeOperation | undefined
  /** @default 'none' */
  object?: ReturnCodeObject | undefined
  /** Name of a code, or a number from 0 to 32767. */
  code: ReturnCodeName | number
}

/**
 * Puts a return code together; the opposite of {@link decodeReturnCode}.
 *
 * @returns The unsigned 64-bit number.
 * @throws {ConfigurationError} for a part that does not exist, a severity that is not the one of the named code, and an
 * operation or object beside one of the codes that have no parts.
 * @example
 * encodeReturnCode({ operation: 'create', object: 'node', code: 'CREATED' }) // 0x13c0001n
 */
export function encodeReturnCode(parts: ReturnCodeParts): bigint {
  const { operation = 'none', object = 'none' } = parts
  const { severity, bits } = codeOf(parts)
  if (typeof parts.code === 'string' && parts.code in wholeCodes) {
    if (operation !== 'none' || object !== 'none') throw invalid('code', `${parts.code} has no operation and no object`)
    return bits
  }
  if (!Object.hasOwn(operationBits, operation)) throw invalid('operation', `there is no operation ${operation}`)
  if (!Object.hasOwn(objectBits, object)) throw invalid('object', `there is no object ${object}`)
  return severityBits[severity] | operationBits[operation] | objectBits[object] | bits
}

function codeOf({ severity, code }: ReturnCodeParts): { severity: Severity; bits: bigint } {
  if (typeof code === 'number') {
    if ((code & 0x7fff) !== code) throw invalid('code', 'must be an integer from 0 to 32767')
    if (severity !== undefined && !Object.hasOwn(severityBits, severity)) {
      throw invalid('severity', `there is no severity ${severity}`)
    }
    return { severity: severity ?? 'success', bits: BigInt(code) }
  }
  const found = Object.hasOwn(wholeCodes, code)
    ? { severity: 'error' as const, bits: wholeCodes[code as keyof typeof wholeCodes] }
    : findCode(code)
  if (found === undefined) throw invalid('code', `there is no code ${code}`)
  if (severity !== undefined && severity !== found.severity) {
    throw invalid('severity', `${code} has severity ${found.severity}, not ${severity}`)
  }
  return found
}

function findCode(name: string): { severity: Severity; bits: bigint } | undefined {
  for (const severity of ['error', 'warning', 'info', 'success'] as const) {
    for (const [number, known] of Object.entries(codeNames[severity])) {
      if (known === name) return { severity, bits: BigInt(number) }
    }
  }
  return undefined
}

const invalid = (path: string, reason: string): ConfigurationError =>
  new ConfigurationError(`encodeReturnCode: ${path}: ${reason}`, { path })
