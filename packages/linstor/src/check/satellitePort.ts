import { ConfigurationError } from '@x/core-errors'
import {
  DFLT_CTRL_PORT_PLAIN,
  DFLT_CTRL_PORT_SSL,
  DFLT_STLT_PORT_PLAIN,
  DFLT_STLT_PORT_SSL,
  VAL_NETCOM_TYPE_PLAIN,
  VAL_NODE_TYPE_CTRL,
  VAL_NODE_TYPE_STLT,
} from '@x/linstor-wire/constants'
import type { NodeType } from '../lists/nodeTypes.js'
import type { ComType } from './comTypes.js'

/**
 * The usual port of a node of a type.
 *
 * @throws {ConfigurationError} for combined and auxiliary nodes with SSL: their satellite listens where satellites do,
 * but other clients of LINSTOR take the controller's port, so there is no usual one.
 */
export function satellitePort(operation: string, nodeType: NodeType, comType: ComType): number {
  const controller = nodeType === VAL_NODE_TYPE_CTRL
  if (comType === VAL_NETCOM_TYPE_PLAIN) return controller ? DFLT_CTRL_PORT_PLAIN : DFLT_STLT_PORT_PLAIN
  if (controller) return DFLT_CTRL_PORT_SSL
  if (nodeType === VAL_NODE_TYPE_STLT) return DFLT_STLT_PORT_SSL
  throw new ConfigurationError(`${operation}: port: it must be given for a node of type ${nodeType} with SSL`, {
    operation,
    path: 'port',
  })
}
