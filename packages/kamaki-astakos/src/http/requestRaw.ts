import { parseJson, redactValue } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'
import type { SynnefoSession } from '../session/SynnefoSession.js'
import type { SynnefoRequest } from './SynnefoCall.js'
import type { SynnefoResponse } from './SynnefoResponse.js'
import { secretsIn } from './secretsIn.js'

/**
 * Sends a request and answers what came back, read whole and not interpreted. Passwords and keys can be read in it, and
 * are not printed.
 *
 * @throws {SynnefoApiError} when the service refuses; what the body calls a password or a key is not in it.
 */
export function requestRaw(session: SynnefoSession, request: SynnefoRequest): Promise<SynnefoResponse> {
  const secrets = [...(request.secrets ?? []), ...secretsIn(request.json)]
  return session.request({ ...request, secrets, read: readResponse })
}

async function readResponse(answer: HttpAnswer): Promise<SynnefoResponse> {
  const text = await answer.text()
  const response = { status: answer.status, headers: Object.fromEntries(answer.headers), text, json: parsed(text) }
  return Object.defineProperty(response, Symbol.for('nodejs.util.inspect.custom'), {
    value: () => redactValue(response, []),
  })
}

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined // a body that is no JSON is still there as text
  }
}
