import { ConfigurationError } from '@x/core-errors'
import type { ApiCallResponse } from './ApiCallResponse.js'
import { toApiCallResponse } from './toApiCallResponse.js'

/** An outcome as the tools of LINSTOR write it as JSON. */
export interface ApiCallResponseJson {
  /** The code as a number or text, signed or unsigned. A number above 2^53 has lost digits when `JSON.parse` made it. */
  ret_code: bigint | number | string
  message?: string | undefined
  details?: string | undefined
}

/**
 * Reads an outcome from its JSON form, in which error codes are often negative: the same 64 bits, taken as signed.
 *
 * @throws {ConfigurationError} when the code is missing, is no integer, or has lost digits.
 */
export function apiCallResponseFromJson(json: ApiCallResponseJson): ApiCallResponse {
  const retCode = BigInt.asUintN(64, toBigint(json.ret_code))
  return toApiCallResponse({
    retCode,
    objRefs: [],
    message: json.message ?? '',
    details: json.details,
    errorReportIds: [],
  })
}

function toBigint(code: unknown): bigint {
  if (typeof code === 'bigint') return code
  if (typeof code === 'string' && /^-?\d{1,20}$/.test(code)) return BigInt(code)
  if (typeof code === 'number' && Number.isSafeInteger(code)) return BigInt(code)
  throw new ConfigurationError('ret_code must be an integer that has lost no digits', { path: 'ret_code' })
}
