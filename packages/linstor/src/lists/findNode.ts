import type { MsgLstNode } from '@x/linstor-wire/messages/MsgLstNode'
import type { Node } from '@x/linstor-wire/messages/Node'
import { sameName } from '../check/sameName.js'

/** The node of a name, compared without regard to case; `undefined` when it is not in the list. */
export const findNode = (list: MsgLstNode, name: string): Node | undefined =>
  list.nodes.find((node) => sameName(node.name, name))
