import { ConfigurationError, isProtocolError, ProtocolError } from '@x/core-errors'
import { API_REPLY } from '@x/linstor-wire/constants'
import { decodeMsgApiCallResponse } from '@x/linstor-wire/messages/MsgApiCallResponse'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { CallContext } from '../connection/CallContext.js'
import type { Peer } from '../connection/Peer.js'
import { UnknownAnswerError } from '../errors/UnknownAnswerError.js'
import { toApiCallResponse } from '../replies/toApiCallResponse.js'
import type { ReadyConnection } from '../transport/openConnection.js'
import type { TransportCall } from '../transport/TransportCall.js'
import type { AnswerCollector } from './AnswerCollector.js'
import { answerInput } from './answerInput.js'
import type { CallDefinition } from './CallDefinition.js'

/** A call with its parameters, on its way through the transport. */
export class PendingCall<Parameters extends object> implements TransportCall {
  readonly #client: LinstorClient
  readonly #definition: CallDefinition<Parameters>
  readonly #parameters: Parameters
  readonly #collector: AnswerCollector
  #context: CallContext | undefined
  #peer: Peer | undefined

  constructor(
    client: LinstorClient,
    definition: CallDefinition<Parameters>,
    parameters: Parameters,
    collector: AnswerCollector,
  ) {
    this.#client = client
    this.#definition = definition
    this.#parameters = parameters
    this.#collector = collector
  }

  get operation(): string {
    return this.#definition.operation
  }

  get apiCall(): string {
    return this.#definition.apiCall
  }

  get idempotent(): boolean {
    return this.#definition.idempotent
  }

  get asyncMsg(): boolean {
    return 'asyncMsg' in this.#parameters && this.#parameters.asyncMsg === true
  }

  get endsWithConnection(): boolean {
    return this.#definition.endsWithConnection === true
  }

  seen(): boolean {
    return this.#collector.seen()
  }

  begin(ready: ReadyConnection, context: CallContext): Uint8Array | undefined {
    const { encode, refuse, apiVersions } = this.#definition
    this.#context = context
    this.#peer = ready.peer
    if (apiVersions !== undefined) this.#refuseOtherVersions(apiVersions, ready.peer)
    this.#collector.reset()
    if (refuse === undefined && encode === undefined) return undefined
    const target = { ...ready, limits: this.#client.config.checkLimits }
    refuse?.(target)
    return encode?.(this.#parameters, target).finish()
  }

  onAnswer(content: string, messages: readonly Uint8Array[]): void {
    try {
      this.#take(content, messages)
    } catch (error) {
      throw this.#explain(error)
    }
  }

  #take(content: string, messages: readonly Uint8Array[]): void {
    const toInput = answerInput(this.#client.config.invalidText)
    if (content === API_REPLY) {
      for (const message of messages) {
        this.#collector.reply(toApiCallResponse(decodeMsgApiCallResponse(toInput(message))))
      }
    } else if (!this.#collector.content?.(content, messages.map(toInput), this.#peer as Peer)) {
      throw new UnknownAnswerError({ operation: this.operation, ...this.#context?.details, content, messages })
    }
  }

  #explain(error: unknown): unknown {
    if (!isProtocolError(error) || error.operation !== undefined) return error
    const { path, message, cause } = error
    return new ProtocolError(`${this.operation}: ${message}`, { ...this.#context?.details, path, cause })
  }

  #refuseOtherVersions(apiVersions: readonly number[], { apiVersion, address }: Peer): void {
    if (apiVersions.includes(apiVersion)) return
    const { operation } = this
    throw new ConfigurationError(
      `${operation}: needs API version ${apiVersions.join(' or ')}; ${address.uri} speaks version ${apiVersion}`,
      { operation },
    )
  }
}
