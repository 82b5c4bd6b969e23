import { ProtocolError, parseRetryAfter } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/ky'
import { StorPoolApiError } from '../errors.js'
import { parseJson } from '../json/parseJson.js'
import { isPlainObject } from '../reader/isPlainObject.js'

/**
 * Reads an answer down to its `data`. The body decides, not the status: the server refuses with `error`, at any status.
 *
 * @throws {StorPoolApiError} when the server refused.
 * @throws {ProtocolError} when it is neither an answer nor a refusal.
 */
export async function readEnvelope(answer: HttpAnswer): Promise<unknown> {
  const { status, headers, context } = answer
  const malformed = (what: string) =>
    new ProtocolError(`${context.operation}: HTTP ${status} with ${what}`, { ...context, status })
  const json = await answer.json(parseJson)
  if (!isPlainObject(json)) throw malformed('JSON that is no object')
  if ('error' in json) {
    const { error } = json
    if (!isPlainObject(error)) throw malformed('an error that is no object')
    throw new StorPoolApiError({
      ...context,
      status,
      code: textOr(error['name'], '<Missing error name>'),
      description: textOr(error['descr'], '<Missing error description>'),
      transient: Boolean(error['transient']),
      retryAfterMs: parseRetryAfter(headers.get('retry-after')),
      json,
    })
  }
  if (status !== 200) throw malformed('no error to explain it')
  if (!('data' in json)) throw malformed('no data')
  return json['data']
}

const textOr = (value: unknown, missing: string): string => (typeof value === 'string' ? value : missing)
