import type { CallOptions } from '@x/core-errors'
import { encodeMsgCrtNetInterface } from '@x/linstor-wire/messages/MsgCrtNetInterface'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { type NetInterfaceParameters, netInterface } from '../call/netInterface.js'
import { netInterfaceRules } from '../check/netInterfaceRules.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link netinterfaceCreate} takes. */
export interface NetinterfaceCreateParameters extends NetInterfaceParameters {}

const definition: CallDefinition<NetinterfaceCreateParameters> = {
  ...handCalls.netinterfaceCreate,
  rules: netInterfaceRules,
  check: (p) => void netInterface(definition.operation, p),
  encode: (p) => encodeMsgCrtNetInterface({ nodeName: p.nodeName, netIf: netInterface(definition.operation, p) }),
}

/**
 * Adds a network interface to a node.
 *
 * Not made again once it may have reached the controller.
 *
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `CrtNetIf`
 * @example
 * expectSuccess(await netinterfaceCreate(client, { nodeName: 'alpha', interfaceName: 'nic1', ip: '127.0.0.2' }))
 */
export const netinterfaceCreate = (
  client: LinstorClient,
  parameters: NetinterfaceCreateParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definition, parameters, options)
