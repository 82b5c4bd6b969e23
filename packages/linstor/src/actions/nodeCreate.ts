import type { CallOptions } from '@x/core-errors'
import { VAL_NETCOM_TYPE_PLAIN } from '@x/linstor-wire/constants'
import { encodeMsgCrtNode } from '@x/linstor-wire/messages/MsgCrtNode'
import type { Answers } from '../call/Answers.js'
import type { CallDefinition } from '../call/CallDefinition.js'
import { callReplies } from '../call/callReplies.js'
import { handCalls } from '../call/handCalls.js'
import { type ComType, comTypes } from '../check/comTypes.js'
import { oneOf } from '../check/oneOf.js'
import { optional } from '../check/optional.js'
import { rules } from '../check/rules.js'
import { satellitePort } from '../check/satellitePort.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { type NodeType, nodeTypes } from '../lists/nodeTypes.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** What {@link nodeCreate} takes. */
export interface NodeCreateParameters {
  /** Name of the new node, usually its host name. */
  nodeName: string
  nodeType: NodeType
  /** IPv4 or IPv6 address at which the node is reached. */
  ip: string
  /** How the controller talks to the node. @default 'Plain' */
  comType?: ComType | undefined
  /**
   * TCP port of the node's satellite. Left out: 3366, with SSL 3367; for nodes of type Controller 3376 and 3377. Must be
   * given for combined and auxiliary nodes with SSL.
   */
  port?: number | undefined
  /** Name of the network interface with that address. @default 'default' */
  netifName?: string | undefined
}

const definition: CallDefinition<NodeCreateParameters> = {
  ...handCalls.nodeCreate,
  rules: {
    nodeName: rules.nodeName,
    nodeType: oneOf(nodeTypes),
    ip: rules.address,
    comType: optional(oneOf(comTypes)),
    port: optional(rules.tcpPort),
    netifName: optional(rules.netInterfaceName),
  },
  check: (parameters) => void portOf(parameters),
  encode: (p) => {
    const { nodeName: name, nodeType: type, ip: address, comType = VAL_NETCOM_TYPE_PLAIN, netifName = 'default' } = p
    const netInterfaces = [{ name: netifName, address, stltPort: portOf(p), stltEncryptionType: comType }]
    return encodeMsgCrtNode({ node: { name, type, netInterfaces } })
  },
}

const portOf = ({ port, nodeType, comType = VAL_NETCOM_TYPE_PLAIN }: NodeCreateParameters): number =>
  port ?? satellitePort(definition.operation, nodeType, comType)

/**
 * Adds a node to the cluster, with the network interface that its satellite is reached through.
 *
 * Not made again once it may have reached the controller.
 *
 * @param client - A client from {@link createLinstorClient} or {@link createLinstor}.
 * @param parameters - See {@link NodeCreateParameters}.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`.
 * @returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `CrtNode`
 * @example
 * const replies = await nodeCreate(client, { nodeName: 'alpha', nodeType: 'Satellite', ip: '192.0.2.1' })
 * expectSuccess(replies)
 */
export const nodeCreate = (
  client: LinstorClient,
  parameters: NodeCreateParameters,
  options: CallOptions = {},
): Answers<ApiCallResponse> => callReplies(client, definition, parameters, options)
