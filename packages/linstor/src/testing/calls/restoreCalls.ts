import {
  CREATED,
  DELETED,
  FAIL_EXISTS_RSC,
  FAIL_EXISTS_VLM_DFN,
  FAIL_NOT_FOUND_SNAPSHOT,
  KEY_VLM_RESTORE_FROM_RESOURCE,
  KEY_VLM_RESTORE_FROM_SNAPSHOT,
  MASK_CRT,
  MASK_SNAPSHOT,
} from '@x/linstor-wire/constants'
import { createVlmDfn } from '../cluster/createVlmDfn.js'
import { deployRsc } from '../cluster/deployRsc.js'
import { keyOf } from '../cluster/keyOf.js'
import type { Node, Rsc, RscDfn, Snapshot, StorPool } from '../cluster/objects.js'
import { placeRsc } from '../cluster/placeRsc.js'
import { runOnSatellite } from '../cluster/runOnSatellite.js'
import type { Call } from '../protocol/Call.js'
import { find, type Seeker } from '../protocol/find.js'
import { outcomes } from '../protocol/outcomes.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { subjects } from '../protocol/subjects.js'

interface Restore {
  readonly fromResourceName: string
  readonly fromSnapshotName: string
  readonly toResourceName: string
}

/** Calls that make something new of a snapshot. */
export const restoreCalls = {
  RestoreVlmDfn(call, request) {
    const { seeker, from, snapshot, to } = findAll(call, request)
    if (to.vlmDfns.size > 0) {
      throw outcomes.refused(seeker.subject, MASK_CRT, FAIL_EXISTS_VLM_DFN, {
        message: `Resource definition '${to.name}' already has volume definitions.`,
      })
    }
    for (const { number, sizeKib } of snapshot.volumes) createVlmDfn(call.cluster, to, { number, sizeKib })
    call.reply({
      // The number is the one of a deletion (observed on LINSTOR 0.6.0).
      retCode: MASK_CRT | MASK_SNAPSHOT | DELETED,
      message:
        `Volume definitions of resource definition '${to.name}' restored from ` +
        `resource '${from.name}', snapshot '${snapshot.name}'.`,
      details: 'Resource UUIDs: ',
    })
  },
  RestoreSnapshot(call, { nodes, ...request }) {
    const { cluster } = call
    const { seeker, from, snapshot, to } = findAll(call, request)
    const wanted = nodes.length > 0 ? nodes.map(({ name }) => find.node(cluster, name, seeker)) : snapshot.nodes
    const sources = wanted.map((node) => sourceOn(node, from, snapshot, seeker))
    for (const node of wanted) {
      if (!to.rscs.has(keyOf(node.name))) continue
      const message = `A resource '${to.name}' on node '${node.name}' already exists.`
      throw outcomes.exists(seeker.subject, FAIL_EXISTS_RSC, { message })
    }
    const rscs = sources.map((source) => restore(source, to, snapshot))
    call.reply({
      retCode: MASK_CRT | MASK_SNAPSHOT | CREATED,
      objRefs: subjects.rscDfn(to.name).refs,
      message: `Resource '${to.name}' restored from resource '${from.name}', snapshot '${snapshot.name}'.`,
      details: `Resource UUIDs: ${rscs.map(({ uuid }) => uuid).join(', ')}`,
    })
    for (const rsc of rscs) runOnSatellite(cluster, rsc.node, () => deployRsc(cluster, rsc))
  },
} satisfies SomeHandlers

function findAll({ cluster }: Call, { fromResourceName, fromSnapshotName, toResourceName }: Restore) {
  const subject = subjects.snapshot(fromResourceName, fromSnapshotName)
  const seeker: Seeker = { subject, operation: MASK_CRT }
  const from = find.rscDfn(cluster, fromResourceName, seeker)
  const snapshot = find.snapshot(from, fromSnapshotName, seeker)
  return { seeker, from, snapshot, to: find.rscDfn(cluster, toResourceName, seeker) }
}

// The pools are those that the resource has where the snapshot was taken.
function sourceOn(node: Node, from: RscDfn, snapshot: Snapshot, seeker: Seeker): Rsc {
  const source = from.rscs.get(keyOf(node.name))
  if (source === undefined || !snapshot.nodes.includes(node)) {
    throw outcomes.notFound(seeker.subject, seeker.operation, FAIL_NOT_FOUND_SNAPSHOT, {
      ...seeker.subject,
      title: `${seeker.subject.title} on node '${node.name}'`,
    })
  }
  return source
}

function restore(source: Rsc, to: RscDfn, snapshot: Snapshot): Rsc {
  const poolOf = ({ number }: { number: number }): StorPool => {
    const pool = (source.vlms.get(number) ?? [...source.vlms.values()][0])?.pool
    if (pool === undefined) throw new Error(`resource '${source.dfn.name}' has no volume ${number}`)
    return pool
  }
  const rsc = placeRsc({ node: source.node, dfn: to, diskless: false, props: [], poolOf })
  for (const vlm of rsc.vlms.values()) {
    vlm.props.set(KEY_VLM_RESTORE_FROM_RESOURCE, source.dfn.name)
    vlm.props.set(KEY_VLM_RESTORE_FROM_SNAPSHOT, snapshot.name)
  }
  return rsc
}
