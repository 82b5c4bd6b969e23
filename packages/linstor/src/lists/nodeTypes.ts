import {
  VAL_NODE_TYPE_AUX,
  VAL_NODE_TYPE_CMBD,
  VAL_NODE_TYPE_CTRL,
  VAL_NODE_TYPE_STLT,
} from '@x/linstor-wire/constants'

/** The types of nodes that can be created. Controllers answer in capitals. */
export const nodeTypes = [VAL_NODE_TYPE_CTRL, VAL_NODE_TYPE_AUX, VAL_NODE_TYPE_CMBD, VAL_NODE_TYPE_STLT] as const

/** What a node is: a controller, a satellite, both in one, or an address without software of LINSTOR. */
export type NodeType = (typeof nodeTypes)[number]
