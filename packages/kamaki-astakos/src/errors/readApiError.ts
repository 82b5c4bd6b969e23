import { parseRetryAfter } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'
import { parseFaults } from './parseFaults.js'
import { readQuotaShortage } from './readQuotaShortage.js'
import { SynnefoApiError, type SynnefoApiErrorDetails } from './SynnefoApiError.js'

const temporary = new Set([502, 503, 504])

/** Makes the error for an answer that is no success. Reads its body. */
export async function readApiError(
  answer: HttpAnswer,
  toError = (details: SynnefoApiErrorDetails) => new SynnefoApiError(details),
): Promise<SynnefoApiError> {
  const { status, headers, context } = answer
  const rawBody = await answer.text()
  const faults = parseFaults(rawBody)
  const inner = faults.at(-1)
  return toError({
    ...context,
    status,
    faults,
    quota: status === 413 && inner !== undefined ? readQuotaShortage(inner) : undefined,
    rawBody,
    retryable: context.idempotent && temporary.has(status),
    retryAfterMs: parseRetryAfter(headers.get('retry-after')),
  })
}
