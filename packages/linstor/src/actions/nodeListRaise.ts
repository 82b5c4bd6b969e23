import type { CallOptions } from '@x/core-errors'
import type { MsgLstNode } from '@x/linstor-wire/messages/MsgLstNode'
import { expectList } from '../call/expectList.js'
import { handCalls } from '../call/handCalls.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { type NodeListParameters, nodeList } from './nodeList.js'

/** What {@link nodeListRaise} takes. */
export type NodeListRaiseParameters = NodeListParameters

/**
 * Lists the nodes, or throws when the controller refuses. {@link findNode} finds one of them by name.
 *
 * @throws {LinstorApiError} when one of the outcomes is an error; it keeps all of them.
 * @see LINSTOR API versions 2 and 3, call `LstNode`
 * @example
 * const { nodes } = await nodeListRaise(client)
 */
export const nodeListRaise = async (
  client: LinstorClient,
  parameters: NodeListRaiseParameters = {},
  options: CallOptions = {},
): Promise<MsgLstNode> => expectList(await nodeList(client, parameters, options), handCalls.nodeListRaise.operation)
