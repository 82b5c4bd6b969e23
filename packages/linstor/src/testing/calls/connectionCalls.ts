import {
  API_LST_RSC_CONN,
  FAIL_EXISTS_NODE_CONN,
  FAIL_EXISTS_RSC_CONN,
  FAIL_EXISTS_VLM_CONN,
  FAIL_NOT_FOUND_NODE_CONN,
  FAIL_NOT_FOUND_VLM_CONN,
  FAIL_UUID_NODE_CONN,
  FAIL_UUID_RSC_CONN,
  FAIL_UUID_VLM_CONN,
  MASK_CRT,
  MASK_DEL,
  MASK_MOD,
} from '@x/linstor-wire/constants'
import { encodeMsgLstRscConn } from '@x/linstor-wire/messages/MsgLstRscConn'
import { describeRscConn } from '../cluster/describeRscConn.js'
import { keyOf } from '../cluster/keyOf.js'
import type { RscDfn } from '../cluster/objects.js'
import { reportError } from '../cluster/reportError.js'
import { sorted } from '../cluster/sorted.js'
import type { Call } from '../protocol/Call.js'
import { CallRefused } from '../protocol/CallRefused.js'
import { type ConnectionTarget, connections } from '../protocol/connections.js'
import { find } from '../protocol/find.js'
import { outcomes } from '../protocol/outcomes.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { type Subject, subjects } from '../protocol/subjects.js'

/** Calls about what connects two nodes, two resources or two volumes. */
export const connectionCalls = {
  CrtNodeConn(call, { nodeConn }) {
    const target = nodeTarget(call, nodeConn.nodeName1, nodeConn.nodeName2, MASK_CRT)
    connections.create(call, target, nodeConn.nodeConnProps, FAIL_EXISTS_NODE_CONN)
  },
  ModNodeConn(call, { nodeConnUuid: uuid, node1Name, node2Name, ...changes }) {
    const target = nodeTarget(call, node1Name, node2Name, MASK_MOD)
    const codes = { missing: FAIL_NOT_FOUND_NODE_CONN, uuid: FAIL_UUID_NODE_CONN }
    connections.modify(call, target, { ...changes, uuid }, codes)
  },
  DelNodeConn(call, { nodeName1, nodeName2 }) {
    const target = nodeTarget(call, nodeName1, nodeName2, MASK_DEL)
    const existing = target.among.get(connections.keyOf(target))
    target.among.delete(connections.keyOf(target))
    if (existing === undefined) connections.notThere(call, target)
    else if (call.apiVersion === 3) call.reply(outcomes.removed(target.subject, existing.uuid, target.subject.context))
    else throw crashed(call, target.subject, MASK_DEL, 'Deletion') // and yet it is done
  },
  CrtRscConn(call, { rscConn: { nodeName1, nodeName2, rscName, rscConnProps } }) {
    const target = rscTarget(call, nodeName1, nodeName2, rscName, MASK_CRT, 'Creation')
    connections.create(call, target, rscConnProps, FAIL_EXISTS_RSC_CONN)
  },
  ModRscConn(call, { rscConnUuid: uuid, node1Name, node2Name, rscName, ...changes }) {
    const target = rscTarget(call, node1Name, node2Name, rscName, MASK_MOD, 'Modification')
    connections.modify(call, target, { ...changes, uuid }, { missing: 'create', uuid: FAIL_UUID_RSC_CONN })
  },
  DelRscConn(call, { nodeName1, nodeName2, resourceName }) {
    const target = rscTarget(call, nodeName1, nodeName2, resourceName, MASK_DEL, 'Deletion')
    const existing = target.among.get(connections.keyOf(target))
    if (existing === undefined) connections.notThere(call, target)
    else if (call.apiVersion === 2) throw crashed(call, target.subject, MASK_DEL, 'Deletion')
    else {
      target.among.delete(connections.keyOf(target))
      call.reply(outcomes.removed(target.subject, existing.uuid, target.subject.context))
    }
  },
  ReqRscConnList(call, { rscName }) {
    const subject = subjects.rscDfn(rscName)
    const dfn = find.rscDfn(call.cluster, rscName, { subject, operation: 0n })
    const rscConnections = sorted(dfn.rscConns).map((connection) => describeRscConn(dfn, connection))
    call.answer(API_LST_RSC_CONN, encodeMsgLstRscConn({ rscConnections }).finish())
  },
  CrtVlmConn(call, { vlmConn: { nodeName1, nodeName2, resourceName, volumeNr, volumeConnProps } }) {
    const target = vlmTarget(call, nodeName1, nodeName2, resourceName, volumeNr, MASK_CRT, 'Creation')
    connections.create(call, target, volumeConnProps, FAIL_EXISTS_VLM_CONN)
  },
  ModVlmConn(call, { vlmConnUuid: uuid, node1Name, node2Name, rscName, vlmNr, ...changes }) {
    const target = vlmTarget(call, node1Name, node2Name, rscName, vlmNr, MASK_MOD, 'Modification')
    const codes = { missing: FAIL_NOT_FOUND_VLM_CONN, uuid: FAIL_UUID_VLM_CONN }
    connections.modify(call, target, { ...changes, uuid }, codes)
  },
  DelVlmConn(call, { nodeName1, nodeName2, resourceName, volumeNr }) {
    const target = vlmTarget(call, nodeName1, nodeName2, resourceName, volumeNr, MASK_DEL, 'Deletion')
    const existing = target.among.get(connections.keyOf(target))
    target.among.delete(connections.keyOf(target))
    if (existing === undefined) connections.notThere(call, target)
    else call.reply(outcomes.removed(target.subject, existing.uuid, target.subject.context))
  },
} satisfies SomeHandlers

function nodeTarget({ cluster }: Call, first: string, second: string, operation: bigint): ConnectionTarget {
  const subject = subjects.nodeConn(first, second)
  for (const name of [first, second]) find.node(cluster, name, { subject, operation })
  return { subject, first, second, among: cluster.nodeConns }
}

function rscTarget(call: Call, first: string, second: string, rsc: string, operation: bigint, doing: string) {
  const subject = subjects.rscConn(first, second, rsc)
  const dfn = find.rscDfn(call.cluster, rsc, { subject, operation })
  checkPlaced(call, dfn, { subject, operation, doing, first, second })
  return { subject, first, second, among: dfn.rscConns }
}

function vlmTarget(
  call: Call,
  first: string,
  second: string,
  rsc: string,
  volume: number,
  operation: bigint,
  doing: string,
): ConnectionTarget {
  const subject = subjects.vlmConn(first, second, rsc, volume)
  const dfn = find.rscDfn(call.cluster, rsc, { subject, operation })
  checkPlaced(call, dfn, { subject, operation, doing, first, second })
  if (!dfn.vlmDfns.has(volume)) throw crashed(call, subject, operation, doing)
  return { subject, first, second, volume, among: dfn.vlmConns }
}

// A resource that is not on both nodes makes the controller crash (observed on LINSTOR 0.6.0).
function checkPlaced(
  call: Call,
  { rscs }: RscDfn,
  about: { subject: Subject; operation: bigint; doing: string; first: string; second: string },
): void {
  const { subject, operation, doing, first, second } = about
  for (const name of [first, second]) {
    if (!rscs.has(keyOf(name))) throw crashed(call, subject, operation, doing)
  }
}

function crashed({ cluster }: Call, subject: Subject, operation: bigint, doing: string): CallRefused {
  const reply = outcomes.unknownException(subject, operation, doing)
  const id = reportError(cluster, { description: reply.message })
  return new CallRefused(cluster.apiVersion === 2 ? reply : { ...reply, errorReportIds: [id] })
}
