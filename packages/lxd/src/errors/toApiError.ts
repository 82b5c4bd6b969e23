import { parseJson } from '@x/core-errors'
import { LxdApiError, type RefusedAnswer } from './LxdApiError.js'

/** Makes the error of an answer that refuses: from the envelope in its body, or from its text when there is none. */
export function toApiError(answer: RefusedAnswer, body: string): LxdApiError {
  const { error, error_code: errorCode } = envelopeOf(body)
  return new LxdApiError(
    answer,
    error === undefined ? body.trim().slice(0, 200) : String(error),
    Number(errorCode) || undefined,
  )
}

function envelopeOf(body: string): { error?: unknown; error_code?: unknown } {
  try {
    const value = parseJson(body)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {} // a page of a proxy, or the plain text of an HTTP server
  }
}
