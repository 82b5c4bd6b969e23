import type { CallOptions } from '@x/core-errors'
import { API_CMD_SHUTDOWN } from '@x/linstor-wire/constants'
import { encodeMsgControlCtrl } from '@x/linstor-wire/messages/MsgControlCtrl'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link controllerShutdown} takes. */
export type ControllerShutdownParameters = Record<string, never>

const definition: CallDefinition<ControllerShutdownParameters> = {
  ...handCalls.controllerShutdown,
  endsWithConnection: true,
  rules: {},
  encode: () => encodeMsgControlCtrl({ command: API_CMD_SHUTDOWN }),
}

/**
 * Ends the controller process. Its answer races with its end: it comes twice, once, or not at all, and then the
 * connection closes. All of that is success.
 *
 * @returns What the controller still said; maybe nothing. Errors when it refuses, for example without a sign-in.
 * @see LINSTOR API versions 2 and 3, call `ControlCtrl`
 */
export const controllerShutdown = (
  client: LinstorClient,
  parameters: ControllerShutdownParameters = {},
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definition, parameters, options)
