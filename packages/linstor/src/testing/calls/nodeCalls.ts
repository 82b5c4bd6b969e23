import {
  API_LST_NODE,
  FAIL_EXISTS_NODE,
  FAIL_INVLD_NODE_TYPE,
  FAIL_UUID_NODE,
  FLAG_DELETE,
  MASK_CRT,
  MASK_DEL,
  MASK_MOD,
  MASK_NODE,
  MODIFIED,
  VAL_NODE_TYPE_SWFISH_TARGET,
} from '@x/linstor-wire/constants'
import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'
import { encodeMsgLstNode } from '@x/linstor-wire/messages/MsgLstNode'
import { breakOnShortKeys } from '../cluster/breakOnShortKeys.js'
import { changeProps } from '../cluster/changeProps.js'
import { createNode, type NodeParts } from '../cluster/createNode.js'
import { describeNode } from '../cluster/describeNode.js'
import { keyOf } from '../cluster/keyOf.js'
import { removeRsc } from '../cluster/removeRsc.js'
import { sorted } from '../cluster/sorted.js'
import type { Call } from '../protocol/Call.js'
import { checkUuid } from '../protocol/checkUuid.js'
import { find } from '../protocol/find.js'
import { outcomes } from '../protocol/outcomes.js'
import { requireName } from '../protocol/requireName.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { type Subject, subjects } from '../protocol/subjects.js'
import { deleteRscs } from './deleteRscs.js'

const nodeTypes: ReadonlySet<string> = new Set(['CONTROLLER', 'SATELLITE', 'COMBINED', 'AUXILIARY'])

/** Calls about nodes. */
export const nodeCalls = {
  LstNode(call) {
    const nodes = sorted(call.cluster.nodes).map(describeNode)
    call.answer(API_LST_NODE, encodeMsgLstNode({ nodes }).finish())
  },
  CrtNode(call, { node }) {
    checkType(subjects.node(node.name), MASK_CRT, node.type)
    const netInterfaces = node.netInterfaces.map((net) => ({
      name: net.name,
      address: net.address,
      port: net.stltPort,
      encryption: net.stltEncryptionType?.toUpperCase(),
    }))
    register(call, { name: node.name, type: node.type, netInterfaces }, node.props)
  },
  CrtSfTargetNode(call, { name, props }) {
    const netInterfaces = [{ name: 'default', address: '127.0.0.1', port: undefined, encryption: undefined }]
    register(call, { name, type: VAL_NODE_TYPE_SWFISH_TARGET, netInterfaces }, props)
  },
  ModNode(call, { nodeUuid, nodeName, nodeType, ...changes }) {
    const seeker = { subject: subjects.node(nodeName), operation: MASK_MOD }
    const node = find.node(call.cluster, nodeName, seeker)
    checkUuid(nodeUuid, node.uuid, FAIL_UUID_NODE, seeker)
    if (nodeType !== undefined) checkType(seeker.subject, MASK_MOD, nodeType)
    changeProps('node', node.props, changes, seeker)
    if (nodeType !== undefined) node.type = nodeType.toUpperCase()
    breakOnShortKeys(call.cluster, node, changes.overrideProps)
    call.reply(outcomes.modified(subjects.node(node.name), node.uuid))
  },
  DelNode(call, { uuid, nodeName }) {
    const { cluster } = call
    const seeker = { subject: subjects.node(nodeName), operation: MASK_DEL }
    const node = cluster.nodes.get(keyOf(nodeName))
    if (node === undefined) {
      call.reply(nothingToDelete(nodeName))
      return
    }
    checkUuid(uuid, node.uuid, FAIL_UUID_NODE, seeker)
    const subject = subjects.node(node.name)
    const details = `${subject.title} UUID is: ${node.uuid}`
    if (node.rscs.size === 0) {
      cluster.nodes.delete(keyOf(nodeName))
      call.reply(outcomes.deleted(subject, { message: `${subject.title} deleted.`, details }))
      return
    }
    node.flags.add(FLAG_DELETE)
    call.reply(outcomes.deleted(subject, { message: `${subject.title} marked for deletion.`, details }))
    deleteRscs(call, sorted(node.rscs))
  },
  LostNode(call, { nodeName }) {
    const { cluster } = call
    const node = cluster.nodes.get(keyOf(nodeName))
    if (node === undefined) {
      call.reply(nothingToDelete(nodeName))
      return
    }
    for (const rsc of sorted(node.rscs)) removeRsc(cluster, rsc)
    cluster.nodes.delete(keyOf(nodeName))
    const subject = subjects.node(node.name)
    const details = `${subject.title} UUID is: ${node.uuid}`
    call.reply(outcomes.deleted(subject, { message: `${subject.title} deleted.`, details }))
  },
  NodeReconnect(call, { nodes }) {
    const { cluster } = call
    for (const name of nodes) find.node(cluster, name, { subject: subjects.node(name), operation: MASK_MOD })
    for (const name of nodes) {
      call.reply({
        retCode: MASK_MOD | MASK_NODE | MODIFIED,
        objRefs: subjects.node(name).refs,
        message: `Node '${name}' will be reconnected.`,
      })
    }
  },
} satisfies SomeHandlers

function register(call: Call, parts: NodeParts, props: readonly LinStorMapEntry[]): void {
  const { cluster } = call
  const { name } = parts
  const subject = subjects.node(name)
  requireName('node', name, subject)
  if (cluster.nodes.has(keyOf(name))) {
    throw outcomes.refused(subject, MASK_CRT, FAIL_EXISTS_NODE, {
      message: `Registration of node '${name}' failed.`,
      cause: `A node with the specified name '${name}' already exists.\nThe Node already exists`,
      correction:
        '- Specify another name for the new node\nor\n' +
        '- Delete the existing node before creating a new node with the same name',
    })
  }
  const set = new Map<string, string>()
  changeProps('node', set, { overrideProps: props }, { subject, operation: MASK_CRT })
  const node = createNode(cluster, parts)
  for (const [key, value] of set) node.props.set(key, value)
  call.reply(outcomes.created(subject, node.uuid, 'registered'))
}

function checkType(subject: Subject, operation: bigint, type: string): void {
  if (nodeTypes.has(type.toUpperCase())) return
  throw outcomes.refused(subject, operation, FAIL_INVLD_NODE_TYPE, {
    message: `The specified node type '${type}' is invalid.`,
  })
}

const nothingToDelete = (name: string) =>
  outcomes.notThere(subjects.node(name), {
    message: `Deletion of node '${name}' had no effect.`,
    cause: `Node '${name}' does not exist.`,
    details: subjects.node(name).context,
  })
