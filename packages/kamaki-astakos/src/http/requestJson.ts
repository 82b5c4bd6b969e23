import type { output, ZodMiniType } from 'zod/mini'
import type { SynnefoSession } from '../session/SynnefoSession.js'
import { readJson } from './readJson.js'
import type { SynnefoRequest } from './SynnefoCall.js'

/** Sends a request and answers its body, parsed and checked. @throws {SynnefoApiError} {@link ProtocolError} */
export function requestJson<S extends ZodMiniType>(
  session: SynnefoSession,
  request: SynnefoRequest & { schema: S },
): Promise<output<S>> {
  const { schema, ...call } = request
  return session.request({ ...call, read: (answer) => readJson(answer, schema) })
}
