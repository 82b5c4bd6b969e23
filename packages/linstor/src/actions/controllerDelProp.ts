import type { CallOptions } from '@x/core-errors'
import { encodeMsgDelCtrlCfgProp } from '@x/linstor-wire/messages/MsgDelCtrlCfgProp'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { rules } from '../check/rules.js'
import { splitPropertyKey } from '../check/splitPropertyKey.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link controllerDelProp} takes. */
export interface ControllerDelPropParameters {
  /** Full key, for example `DrbdOptions/Net/max-buffers`. */
  key: string
}

const definition: CallDefinition<ControllerDelPropParameters> = {
  ...handCalls.controllerDelProp,
  rules: { key: rules.propertyKey },
  encode: ({ key }) => encodeMsgDelCtrlCfgProp(splitPropertyKey(key)),
}

/**
 * Removes a property of the controller.
 *
 * Not made again once it may have reached the controller.
 *
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `DelCfgVal`
 * @example
 * expectSuccess(await controllerDelProp(client, { key: 'DrbdOptions/Net/max-buffers' }))
 */
export const controllerDelProp = (
  client: LinstorClient,
  parameters: ControllerDelPropParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definition, parameters, options)
