import type { Peer } from '../connection/Peer.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'
import type { AnswerInput } from './answerInput.js'

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
