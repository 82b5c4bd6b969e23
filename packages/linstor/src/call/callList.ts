import type { CallOptions } from '@x/core-errors'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { Peer } from '../connection/Peer.js'
import type { Answers } from './Answers.js'
import type { AnswerInput } from './answerInput.js'
import type { CallDefinition } from './CallDefinition.js'
import { collectAnswers } from './collectAnswers.js'
import type { ListAnswer } from './ListAnswer.js'
import { performCall } from './performCall.js'

/** A call that is answered with a list, with outcomes, or with both. */
export interface ListDefinition<Parameters extends object, List> extends CallDefinition<Parameters> {
  /** Name of the content that holds the list. */
  readonly content: string
  /** Decodes the list from the dialect of the other end. */
  readonly decode: (message: AnswerInput, peer: Peer) => List
}

/** Makes a call that asks for a list. */
export const callList = <Parameters extends object, List>(
  client: LinstorClient,
  definition: ListDefinition<Parameters, List>,
  parameters: Parameters,
  options: CallOptions,
): Answers<ListAnswer<List>> =>
  collectAnswers(options.signal, ({ push, reset, seen }, signal) =>
    performCall(
      client,
      definition,
      parameters,
      { ...options, signal },
      {
        reset,
        seen,
        reply: (reply) => push({ kind: 'reply', reply }),
        content: (content, messages, peer) => {
          if (content !== definition.content) return false
          for (const message of messages) push({ kind: 'list', list: definition.decode(message, peer) })
          return true
        },
      },
    ),
  )
