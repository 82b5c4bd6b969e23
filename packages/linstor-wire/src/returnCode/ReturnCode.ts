import type { ReturnCodeName, ReturnCodeObject, ReturnCodeOperation, Severity } from './returnCodeTables.js'

/** A return code taken apart. */
export interface ReturnCode {
  /** The whole code, unsigned. */
  value: bigint
  severity: Severity
  operation: ReturnCodeOperation
  /** `unknown` when the bits name no kind of object that this version knows. */
  object: ReturnCodeObject | 'unknown'
  /** The code number, from 0 to 32767. 0 for codes that have no parts, such as `UNKNOWN_API_CALL`. */
  code: number
  /** Name of severity and code number, for example `FAIL_EXISTS_RSC`; `undefined` when they have none. */
  name: ReturnCodeName | undefined
}
