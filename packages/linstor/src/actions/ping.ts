import type { CallOptions } from '@x/core-errors'
import { API_PONG } from '@x/linstor-wire/constants'
import type { CallDefinition } from '../call/CallDefinition.js'
import { handCalls } from '../call/handCalls.js'
import { performCall } from '../call/performCall.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { LinstorApiError } from '../errors/LinstorApiError.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link ping} takes. */
export type PingParameters = Record<string, never>

const definition: CallDefinition<PingParameters> = { ...handCalls.ping, rules: {} }

/**
 * Asks for a sign of life.
 *
 * @returns How long the answer took, in milliseconds, the time to connect included.
 * @throws {LinstorApiError} when the call is refused, as satellites and strict controllers do before a sign-in.
 * @see LINSTOR API versions 2 and 3, call `Ping`
 */
export async function ping(
  client: LinstorClient,
  parameters: PingParameters = {},
  options: CallOptions = {},
): Promise<number> {
  const { operation } = definition
  const replies: ApiCallResponse[] = []
  const begin = performance.now()
  await performCall(client, definition, parameters, options, {
    reset: () => void replies.splice(0),
    seen: () => false,
    reply: (reply) => void replies.push(reply),
    content: (content) => content === API_PONG,
  })
  if (replies.length > 0) throw new LinstorApiError({ operation, replies })
  return performance.now() - begin
}
