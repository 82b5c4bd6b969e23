import {
  FAIL_NOT_FOUND_NODE,
  FAIL_NOT_FOUND_RSC,
  FAIL_NOT_FOUND_RSC_DFN,
  FAIL_NOT_FOUND_SNAPSHOT_DFN,
} from '@x/linstor-wire/constants'
import type { Cluster } from '../cluster/Cluster.js'
import { keyOf } from '../cluster/keyOf.js'
import type { Node, Rsc, RscDfn, Snapshot } from '../cluster/objects.js'
import { outcomes } from './outcomes.js'
import { type Subject, subjects } from './subjects.js'

/** Who looks for something: what the refusal is about. */
export interface Seeker {
  readonly subject: Subject
  /** `MASK_CRT`, `MASK_MOD` or `MASK_DEL`. */
  readonly operation: bigint
}

/** Finds what a call names. @throws {CallRefused} when it does not exist. */
export const find = {
  node({ nodes }: Cluster, name: string, { subject, operation }: Seeker): Node {
    const node = nodes.get(keyOf(name))
    if (node === undefined) throw outcomes.notFound(subject, operation, FAIL_NOT_FOUND_NODE, subjects.node(name))
    return node
  },
  rscDfn({ rscDfns }: Cluster, name: string, { subject, operation }: Seeker): RscDfn {
    const dfn = rscDfns.get(keyOf(name))
    if (dfn === undefined) throw outcomes.notFound(subject, operation, FAIL_NOT_FOUND_RSC_DFN, subjects.rscDfn(name))
    return dfn
  },
  rsc(cluster: Cluster, nodeName: string, name: string, seeker: Seeker): Rsc {
    const node = find.node(cluster, nodeName, seeker)
    const rsc = find.rscDfn(cluster, name, seeker).rscs.get(keyOf(node.name))
    if (rsc === undefined) {
      throw outcomes.notFound(seeker.subject, seeker.operation, FAIL_NOT_FOUND_RSC, subjects.rsc(nodeName, name))
    }
    return rsc
  },
  snapshot(dfn: RscDfn, name: string, { subject, operation }: Seeker): Snapshot {
    const snapshot = dfn.snapshots.get(keyOf(name))
    if (snapshot === undefined) {
      const what = subjects.snapshot(dfn.name, name)
      throw outcomes.notFound(subject, operation, FAIL_NOT_FOUND_SNAPSHOT_DFN, what)
    }
    return snapshot
  },
}
