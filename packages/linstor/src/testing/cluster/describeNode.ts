import { NodeConnectionStatus, type Node as NodeMessage } from '@x/linstor-wire/messages/Node'
import { listProps } from './listProps.js'
import type { Node } from './objects.js'

/** A node as the lists of the controller have it. */
export const describeNode = (node: Node): NodeMessage => ({
  uuid: node.uuid,
  name: node.name,
  type: node.type,
  props: listProps(node.props),
  flags: [...node.flags],
  netInterfaces: [...node.netInterfaces.values()].map(({ uuid, name, address, port, encryption }) => ({
    uuid,
    name,
    address,
    stltPort: port,
    stltEncryptionType: encryption,
  })),
  connectionStatus: statusOf(node),
})

function statusOf({ satellite }: Node): number {
  if (satellite === undefined) return NodeConnectionStatus.UNKNOWN
  return satellite.state === 'offline' ? NodeConnectionStatus.OFFLINE : NodeConnectionStatus.ONLINE
}
