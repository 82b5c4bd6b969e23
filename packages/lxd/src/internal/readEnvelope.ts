import { ProtocolError, parseJson } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'
import { toApiError } from '../errors/toApiError.js'
import type { Envelope } from './Envelope.js'

/**
 * Unwraps a JSON answer.
 *
 * @throws {LxdApiError} when the server refuses, in its envelope or (a plain HTTP answer) without one.
 * @throws {ProtocolError} when the answer is no envelope.
 */
export async function readEnvelope(answer: HttpAnswer): Promise<Envelope> {
  const text = await answer.text()
  const body = tryParse(text)
  if (answer.status >= 400 || (isRecord(body) && body['type'] === 'error')) throw toApiError(answer, text)
  if (isRecord(body) && (body['type'] === 'sync' || body['type'] === 'async')) {
    return { type: body['type'], metadata: body['metadata'] }
  }
  const start = text.trim().slice(0, 120)
  throw new ProtocolError(
    `${answer.context.operation}: HTTP ${answer.status} with ${start === '' ? 'an empty body' : `«${start}»`} where an envelope was expected`,
    { ...answer.context, status: answer.status, path: 'type' },
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

// What is no JSON is judged by the caller: an error page of a proxy, or a cut-off answer.
function tryParse(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
