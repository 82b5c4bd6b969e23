import type { CallOptions } from '@x/core-errors'
import { encodeMsgDelWatch } from '@x/linstor-wire/messages/MsgDelWatch'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { rules } from '../check/rules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link watchDelete} takes. */
export interface WatchDeleteParameters {
  /** Id that the watch was created with. */
  watchId: number
}

const definition: CallDefinition<WatchDeleteParameters> = {
  ...handCalls.watchDelete,
  rules: { watchId: rules.watchId },
  encode: ({ watchId }, { connection }) => {
    connection.removeWatch(watchId)
    return encodeMsgDelWatch({ watchId })
  },
}

/**
 * Ends a subscription that {@link watchCreate} made. Controllers call it a success for ids that they do not know, too.
 *
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when the id can not be sent.
 * @see LINSTOR API versions 2 and 3, call `DelWatch`
 */
export const watchDelete = (
  client: LinstorClient,
  parameters: WatchDeleteParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definition, parameters, options)
