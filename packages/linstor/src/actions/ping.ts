import type { CallOptions } from '@x/core-errors'
import { API_PONG } from '@x/linstor-wire/constants'
import type { AnswerCollector } from '../call/AnswerCollector.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { handCalls } from '../call/handCalls.js'
import { performCall } from '../call/performCall.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { LinstorApiError } from '../errors/LinstorApiError.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link ping} takes. */
export type PingParameters = Record<string, never>

const definition: CallDefinition<PingParameters> = { ...handCalls.ping, rules: {} }

class Pong implements AnswerCollector {
  readonly replies: ApiCallResponse[] = []

  reset(): void {
    this.replies.length = 0
  }

  seen(): boolean {
    return false
  }

  reply(reply: ApiCallResponse): void {
    this.replies.push(reply)
  }

  content(content: string): boolean {
    return content === API_PONG
  }
}

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
  const pong = new Pong()
  const begin = performance.now()
  await performCall(client, definition, parameters, options, pong)
  const { replies } = pong
  if (replies.length > 0) throw new LinstorApiError({ operation: definition.operation, replies })
  return performance.now() - begin
}
