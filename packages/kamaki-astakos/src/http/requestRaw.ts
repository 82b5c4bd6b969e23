import { parseJson } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/ky'
import type { SynnefoSession } from '../session/SynnefoSession.js'
import type { SynnefoRequest } from './SynnefoCall.js'
import type { SynnefoResponse } from './SynnefoResponse.js'

/** Sends a request and answers what came back, read whole and not interpreted. @throws {SynnefoApiError} */
export function requestRaw(session: SynnefoSession, request: SynnefoRequest): Promise<SynnefoResponse> {
  return session.request({ ...request, read: readResponse })
}

async function readResponse(answer: HttpAnswer): Promise<SynnefoResponse> {
  const text = await answer.text()
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text, json: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined // a body that is no JSON is still there as text
  }
}
