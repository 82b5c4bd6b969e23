import type { output, ZodMiniType } from 'zod/mini'
import type { SynnefoSession } from '../session/SynnefoSession.js'
import { readJson } from './readJson.js'
import type { SynnefoRequest } from './SynnefoCall.js'

/** A request whose answer is JSON of a known shape. */
export interface JsonRequest<S extends ZodMiniType> extends SynnefoRequest {
  schema: S
  /** The body that a 304 stands for, where that is a success: nothing changed since the time that was asked about. */
  unchanged?: output<S> | undefined
}

/** Sends a request and answers its body, parsed and checked. @throws {SynnefoApiError} {@link ProtocolError} */
export function requestJson<S extends ZodMiniType>(
  session: SynnefoSession,
  request: JsonRequest<S>,
): Promise<output<S>> {
  const { schema, unchanged, ...call } = request
  return session.request({
    ...call,
    read: (answer) => (answer.status === 304 && unchanged !== undefined ? unchanged : readJson(answer, schema)),
  })
}
