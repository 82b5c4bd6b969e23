import type { CallOptions, ClientError } from '@x/core-errors'
import type { Answers } from '../call/Answers.js'
import { answerInput } from '../call/answerInput.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { optional } from '../check/optional.js'
import { rules } from '../check/rules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'
import { encodeWatch } from '../watch/encodeWatch.js'
import type { LinstorEvent } from '../watch/LinstorEvent.js'
import { toLinstorEvent } from '../watch/toLinstorEvent.js'
import type { WatchFilter } from '../watch/WatchFilter.js'
import { checkWatchFilter, watchFilterRules } from '../watch/watchFilterRules.js'

/** What {@link watchCreate} takes. */
export interface WatchCreateParameters extends WatchFilter {
  /** Id of the watch, from 1. No id may be used twice on a connection, not even after the watch was deleted. */
  watchId: number
  /** Called for each event, while it is received: it must not take long, and what it throws is only reported. */
  onEvent: (event: LinstorEvent) => void
  /** Called when the connection, and the watch with it, is gone. */
  onLost?: ((cause: ClientError) => void) | undefined
}

const definitionFor = (client: LinstorClient): CallDefinition<WatchCreateParameters> => ({
  ...handCalls.watchCreate,
  rules: { ...watchFilterRules, watchId: rules.watchId, onEvent: rules.callback, onLost: optional(rules.callback) },
  check: (p) => checkWatchFilter(handCalls.watchCreate.operation, p),
  encode: ({ watchId, onEvent, onLost, ...filter }, { connection }) => {
    const toInput = answerInput(client.config.invalidText)
    const report = (error: unknown) =>
      client.transport.notice('watch-callback', `a function of watch ${watchId} threw`, error)
    const guarded = (callback: () => unknown) => {
      try {
        const answer = callback()
        if (answer instanceof Promise) answer.catch(report)
      } catch (error) {
        report(error)
      }
    }
    connection.addWatch(
      {
        push: (event, data) => guarded(() => onEvent(toLinstorEvent(event, data, toInput))),
        lose: (cause) => guarded(() => onLost?.(cause)),
      },
      watchId,
    )
    return encodeWatch(watchId, filter)
  },
})

/**
 * Subscribes to events under an id of your own, and hands them to a function. {@link watchEvents} picks ids itself, has a
 * loop instead of a function, and can make the watch anew; use that unless there is a reason not to.
 *
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent, or the id was used before on this connection.
 * @see LINSTOR API versions 2 and 3, call `CrtWatch`
 */
export const watchCreate = (
  client: LinstorClient,
  parameters: WatchCreateParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definitionFor(client), parameters, options)
