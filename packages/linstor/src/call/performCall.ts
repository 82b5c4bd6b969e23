import { type CallOptions, ConfigurationError, isProtocolError, ProtocolError } from '@x/core-errors'
import { API_REPLY } from '@x/linstor-wire/constants'
import { decodeMsgApiCallResponse } from '@x/linstor-wire/messages/MsgApiCallResponse'
import { checkParameters } from '../check/checkParameters.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiVersion, Peer } from '../connection/Peer.js'
import { UnknownAnswerError } from '../errors/UnknownAnswerError.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'
import { toApiCallResponse } from '../replies/toApiCallResponse.js'
import type { ReadyConnection } from '../transport/openConnection.js'
import type { AttemptContext } from '../transport/TransportCall.js'
import { type AnswerInput, answerInput } from './answerInput.js'
import type { CallDefinition } from './CallDefinition.js'

/** Takes the answers of a call. */
export interface AnswerCollector {
  /** The call begins, maybe again. */
  reset(): void
  /** Whether the caller has been shown an answer. */
  seen(): boolean
  reply(reply: ApiCallResponse): void
  /**
   * Takes an answer that is no `Reply`.
   *
   * @returns Whether the content is one that the call may have.
   */
  content?(content: string, messages: readonly AnswerInput[], peer: Peer): boolean
}

/**
 * Checks the parameters, makes the call and hands over its decoded answers.
 *
 * @param only - Makes it over this connection, once, and over no other.
 * @throws {ConfigurationError} before anything is sent.
 */
export async function performCall<Parameters extends object>(
  client: LinstorClient,
  definition: CallDefinition<Parameters>,
  parameters: Parameters,
  options: CallOptions,
  collector: AnswerCollector,
  only?: ReadyConnection,
): Promise<void> {
  const { operation, apiCall, idempotent, endsWithConnection, encode } = definition
  const { checkLimits, invalidText } = client.config
  checkParameters(operation, parameters, definition.rules, checkLimits)
  definition.check?.(parameters)
  const asyncMsg = 'asyncMsg' in parameters && parameters.asyncMsg === true
  const toInput = answerInput(invalidText)
  const take = (content: string, messages: readonly Uint8Array[], peer: Peer, context: AttemptContext) => {
    if (content === API_REPLY) {
      for (const message of messages) collector.reply(toApiCallResponse(decodeMsgApiCallResponse(toInput(message))))
    } else if (!collector.content?.(content, messages.map(toInput), peer)) {
      throw new UnknownAnswerError({ ...context, content, messages })
    }
  }
  await client.transport.call(
    {
      operation,
      apiCall,
      idempotent,
      asyncMsg,
      endsWithConnection,
      seen: () => collector.seen(),
      begin: (ready, context) => {
        const { peer } = ready
        const target = { ...ready, limits: checkLimits }
        refuseOtherVersions(operation, definition.apiVersions, peer)
        definition.refuse?.(target)
        collector.reset()
        return {
          message: encode?.(parameters, target).finish(),
          onAnswer: (content, messages) => {
            try {
              take(content, messages, peer, context)
            } catch (error) {
              throw withContext(error, context)
            }
          },
        }
      },
    },
    options,
    only,
  )
}

function refuseOtherVersions(
  operation: string,
  apiVersions: readonly ApiVersion[] | undefined,
  { apiVersion, address }: Peer,
): void {
  if (apiVersions === undefined || apiVersions.includes(apiVersion)) return
  throw new ConfigurationError(
    `${operation}: needs API version ${apiVersions.join(' or ')}; ${address.uri} speaks version ${apiVersion}`,
    { operation },
  )
}

function withContext(error: unknown, context: AttemptContext): unknown {
  if (!isProtocolError(error) || error.operation !== undefined) return error
  const { path, message, cause } = error
  return new ProtocolError(`${context.operation}: ${message}`, { ...context, path, cause })
}
