import type { SynnefoSession } from '../session/SynnefoSession.js'
import type { SynnefoRequest } from './SynnefoCall.js'

/** Sends a request whose answer says nothing but that it succeeded. @throws {SynnefoApiError} */
export function requestNothing(session: SynnefoSession, request: SynnefoRequest): Promise<void> {
  return session.request({ ...request, read: (answer) => answer.discard() })
}
