import type { CallOptions } from '@x/core-errors'
import { encodeMsgModNetInterface } from '@x/linstor-wire/messages/MsgModNetInterface'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { type NetInterfaceParameters, netInterface } from '../call/netInterface.js'
import { netInterfaceRules } from '../check/netInterfaceRules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link netinterfaceModify} takes. */
export interface NetinterfaceModifyParameters extends NetInterfaceParameters {}

const definition: CallDefinition<NetinterfaceModifyParameters> = {
  ...handCalls.netinterfaceModify,
  rules: netInterfaceRules,
  check: (p) => void netInterface(definition.operation, p),
  encode: (p) => encodeMsgModNetInterface({ nodeName: p.nodeName, netIf: netInterface(definition.operation, p) }),
}

/**
 * Changes address, port or type of a network interface of a node. The address must always be given.
 *
 * Not made again once it may have reached the controller.
 *
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `ModNetIf`
 * @example
 * expectSuccess(await netinterfaceModify(client, { nodeName: 'alpha', interfaceName: 'nic1', ip: '127.0.0.2' }))
 */
export const netinterfaceModify = (
  client: LinstorClient,
  parameters: NetinterfaceModifyParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definition, parameters, options)
