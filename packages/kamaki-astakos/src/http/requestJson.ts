import type { output, ZodMiniType } from 'zod/mini'
import type { SynnefoSession } from '../session/SynnefoSession.js'
import type { JsonRequest } from './SynnefoCall.js'

/**
 * Sends a request and answers its body, parsed and checked. The session does the work, so that an action alone brings no
 * parser and no errors along.
 *
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the body is no JSON, or not of the shape; `path` says where.
 */
export const requestJson = <S extends ZodMiniType>(
  session: SynnefoSession,
  request: JsonRequest<S>,
): Promise<output<S>> => session.requestJson(request)
