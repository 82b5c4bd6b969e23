import {
  API_LST_NODE,
  FAIL_EXISTS_NODE,
  FAIL_INVLD_NODE_NAME,
  FAIL_INVLD_NODE_TYPE,
  MASK_CRT,
} from '@x/linstor-wire/constants'
import { encodeMsgLstNode } from '@x/linstor-wire/messages/MsgLstNode'
import { checkName, nameRules } from '../cluster/checkName.js'
import { createNode } from '../cluster/createNode.js'
import { describeNode } from '../cluster/describeNode.js'
import { keyOf } from '../cluster/keyOf.js'
import { sorted } from '../cluster/sorted.js'
import { outcomes } from '../protocol/outcomes.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { subjects } from '../protocol/subjects.js'

const nodeTypes: ReadonlySet<string> = new Set(['CONTROLLER', 'SATELLITE', 'COMBINED', 'AUXILIARY'])

/** Calls about nodes. */
export const nodeCalls = {
  LstNode(call) {
    const nodes = sorted(call.cluster.nodes).map(describeNode)
    call.answer(API_LST_NODE, encodeMsgLstNode({ nodes }).finish())
  },
  CrtNode(call, { node }) {
    const { cluster } = call
    const subject = subjects.node(node.name)
    const wrong = checkName(node.name, nameRules.node)
    if (wrong !== undefined) {
      throw outcomes.refused(subject, MASK_CRT, FAIL_INVLD_NODE_NAME, {
        message: `The given node name '${node.name}' is invalid.`,
        cause: wrong,
      })
    }
    if (!nodeTypes.has(node.type.toUpperCase())) {
      throw outcomes.refused(subject, MASK_CRT, FAIL_INVLD_NODE_TYPE, {
        message: `The specified node type '${node.type}' is invalid.`,
      })
    }
    if (cluster.nodes.has(keyOf(node.name))) throw nodeExists(node.name)
    const created = createNode(cluster, {
      name: node.name,
      type: node.type,
      netInterfaces: node.netInterfaces.map((net) => ({
        name: net.name,
        address: net.address,
        port: net.stltPort,
        encryption: net.stltEncryptionType?.toUpperCase(),
      })),
    })
    call.reply(outcomes.created(subject, created.uuid, 'registered'))
  },
} satisfies SomeHandlers

const nodeExists = (name: string) =>
  outcomes.refused(subjects.node(name), MASK_CRT, FAIL_EXISTS_NODE, {
    message: `Registration of node '${name}' failed.`,
    cause: `A node with the specified name '${name}' already exists.\nThe Node already exists`,
    correction:
      '- Specify another name for the new node\nor\n' +
      '- Delete the existing node before creating a new node with the same name',
  })
