import type { CallOptions } from '@x/core-errors'
import { encodeMsgSetCtrlCfgProp } from '@x/linstor-wire/messages/MsgSetCtrlCfgProp'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { rules } from '../check/rules.js'
import { splitPropertyKey } from '../check/splitPropertyKey.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link controllerSetProp} takes. */
export interface ControllerSetPropParameters {
  /** Full key, for example `DrbdOptions/Net/max-buffers`. */
  key: string
  /** What it is set to. Values are texts: how yes and no are spelled differs from key to key. */
  value: string
}

const definition: CallDefinition<ControllerSetPropParameters> = {
  ...handCalls.controllerSetProp,
  rules: { key: rules.propertyKey, value: rules.anyText },
  encode: ({ key, value }) => encodeMsgSetCtrlCfgProp({ ...splitPropertyKey(key), value }),
}

/**
 * Sets a property of the controller. What key means what, and which values it takes, the controller checks.
 *
 * Not made again once it may have reached the controller.
 *
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `SetCfgVal`
 * @example
 * expectSuccess(await controllerSetProp(client, { key: 'DrbdOptions/Net/max-buffers', value: '9000' }))
 */
export const controllerSetProp = (
  client: LinstorClient,
  parameters: ControllerSetPropParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definition, parameters, options)
