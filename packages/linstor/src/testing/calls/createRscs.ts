import {
  CREATED,
  FAIL_EXISTS_RSC,
  FAIL_INVLD_NODE_ID,
  FLAG_DISKLESS,
  KEY_NODE,
  KEY_RSC_DFN,
  KEY_STOR_POOL_NAME,
  KEY_VLM_NR,
  MASK_CRT,
  MASK_RSC,
  MASK_VLM,
  MODIFIED,
  WARN_NOT_FOUND,
} from '@x/linstor-wire/constants'
import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'
import type { Rsc as RscMessage } from '@x/linstor-wire/messages/Rsc'
import { changeProps } from '../cluster/changeProps.js'
import { deployRsc } from '../cluster/deployRsc.js'
import { disklessPoolName } from '../cluster/disklessPoolName.js'
import { isOffline } from '../cluster/isOffline.js'
import { keyOf } from '../cluster/keyOf.js'
import type { Rsc, StorPool } from '../cluster/objects.js'
import { placeRsc, type RscParts } from '../cluster/placeRsc.js'
import { provisioningOf } from '../cluster/provisioningOf.js'
import { sorted } from '../cluster/sorted.js'
import { askSatellites } from '../protocol/askSatellites.js'
import type { Call } from '../protocol/Call.js'
import { choosePool } from '../protocol/choosePool.js'
import { find } from '../protocol/find.js'
import { notConnected } from '../protocol/notConnected.js'
import { outcomes } from '../protocol/outcomes.js'
import type { ReplyInput } from '../protocol/ReplyInput.js'
import { subjects } from '../protocol/subjects.js'

/** Creates resources, all or none, and keeps the call open until those that can be reached are deployed. */
export function createRscs(call: Call, wanted: readonly RscMessage[]): void {
  const { cluster } = call
  const parts = wanted.map((rsc) => prepare(call, rsc))
  const rscs = parts.map(placeRsc)
  call.reply(...rscs.flatMap(registered))
  for (const { node } of rscs) if (isOffline(node)) call.reply(notConnected(node))
  askSatellites(call, rscs, {
    each(rsc) {
      if (rsc.dfn.rscs.get(keyOf(rsc.node.name)) !== rsc) return // deleted meanwhile
      deployRsc(cluster, rsc)
      for (const reply of deployed(rsc)) call.reply(reply)
    },
  })
}

function prepare({ cluster }: Call, rsc: RscMessage): RscParts {
  const subject = subjects.rsc(rsc.nodeName, rsc.name)
  const seeker = { subject, operation: MASK_CRT }
  const node = find.node(cluster, rsc.nodeName, seeker)
  const dfn = find.rscDfn(cluster, rsc.name, seeker)
  if (dfn.rscs.has(keyOf(node.name))) {
    throw outcomes.exists(subject, FAIL_EXISTS_RSC, {
      message: `A resource '${dfn.name}' on node '${node.name}' already exists.`,
    })
  }
  const given = new Map<string, string>()
  changeProps('rsc', given, { overrideProps: rsc.props }, seeker)
  const nodeId = rsc.overrideNodeId ? rsc.nodeId : undefined
  if (nodeId !== undefined && !isFreeNodeId(nodeId, [...dfn.rscs.values()])) {
    throw outcomes.refused(subject, MASK_CRT, FAIL_INVLD_NODE_ID, {
      message: `The specified node ID '${nodeId}' is invalid.`,
      cause: `Node ID ${nodeId} is already in use or out of range [0 - 30]`,
    })
  }
  const asked = rsc.rscFlags.includes(FLAG_DISKLESS)
  const pools = new Map<number, StorPool>()
  for (const { number, props } of dfn.vlmDfns.values()) {
    const choice = { node, dfn, diskless: asked, rscProps: given, vlmDfnProps: props, number, operation: MASK_CRT }
    pools.set(number, choosePool(cluster, choice))
  }
  const diskless = asked || (pools.size > 0 && ![...pools.values()].some((pool) => provisioningOf(pool) !== undefined))
  return {
    node,
    dfn,
    diskless,
    props: withPoolName(rsc.props, given, diskless),
    poolOf: ({ number }) => poolAt(pools, number),
    nodeId,
  }
}

const isFreeNodeId = (nodeId: number, rscs: readonly Rsc[]): boolean =>
  nodeId >= 0 && nodeId <= 30 && !rscs.some((other) => other.nodeId === nodeId)

function withPoolName(props: readonly LinStorMapEntry[], given: ReadonlyMap<string, string>, diskless: boolean) {
  if (!diskless || given.has(KEY_STOR_POOL_NAME)) return props
  return [...props, { key: KEY_STOR_POOL_NAME, value: disklessPoolName }]
}

function poolAt(pools: ReadonlyMap<number, StorPool>, number: number): StorPool {
  const pool = pools.get(number)
  if (pool === undefined) throw new Error(`no storage pool was chosen for volume ${number}`)
  return pool
}

function registered(rsc: Rsc): ReplyInput[] {
  const { node, dfn } = rsc
  const volumes = [...rsc.vlms.values()].map((vlm) => ({
    retCode: MASK_CRT | MASK_VLM | CREATED,
    objRefs: { [KEY_RSC_DFN]: dfn.name, [KEY_VLM_NR]: String(vlm.dfn.number), [KEY_NODE]: node.name },
    message: `Volume with number '${vlm.dfn.number}' on resource '${dfn.name}' on node '${node.name}' successfully registered`,
    details: `Volume UUID is: ${vlm.uuid}`,
  }))
  return [outcomes.created(subjects.rsc(node.name, dfn.name), rsc.uuid, 'registered'), ...volumes]
}

function deployed({ node, dfn, vlms }: Rsc): ReplyInput[] {
  const subject = subjects.rsc(node.name, dfn.name)
  const created = { retCode: MODIFIED, message: `Created resource on '${node.name}'` }
  if (vlms.size === 0) {
    const retCode = MASK_CRT | MASK_RSC | WARN_NOT_FOUND
    return [created, { retCode, objRefs: subject.refs, message: 'No volumes have been defined', details: '' }]
  }
  const peers = sorted(dfn.rscs).filter((peer) => peer.node !== node && !isOffline(peer.node))
  return [
    created,
    ...peers.map((peer) => ({
      retCode: MODIFIED,
      message: `Added peer '${node.name}' to resource on '${peer.node.name}'`,
    })),
    {
      retCode: MASK_CRT | MASK_RSC | CREATED,
      objRefs: subject.refs,
      message: 'Resource ready',
      details: subject.context,
    },
  ]
}
