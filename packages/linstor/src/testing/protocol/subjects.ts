import {
  KEY_1ST_NODE,
  KEY_2ND_NODE,
  KEY_NODE,
  KEY_RSC_DFN,
  KEY_SNAPSHOT,
  KEY_STOR_POOL_DFN,
  KEY_VLM_NR,
  MASK_NET_IF,
  MASK_NODE,
  MASK_NODE_CONN,
  MASK_RSC,
  MASK_RSC_CONN,
  MASK_RSC_DFN,
  MASK_SNAPSHOT,
  MASK_STOR_POOL,
  MASK_STOR_POOL_DFN,
  MASK_VLM_CONN,
  MASK_VLM_DFN,
} from '@x/linstor-wire/constants'

/** What a reply is about, and how the controller speaks of it. */
export interface Subject {
  /** Its part of the return code. */
  readonly object: bigint
  /** References in the order in which they are sent. */
  readonly refs: Readonly<Record<string, string>>
  /** Class of the object in texts such as `The Node already exists`. */
  readonly kind: string
  /** At the start of a sentence: `Node 'alpha'`. */
  readonly title: string
  /** As the details of errors have it: `Node: alpha`. */
  readonly context: string
}

/** Makes the {@link Subject} of each kind of object. Words as observed on LINSTOR 0.6.0. */
export const subjects = {
  node: (name: string): Subject => ({
    object: MASK_NODE,
    refs: { [KEY_NODE]: name },
    kind: 'Node',
    title: `Node '${name}'`,
    context: `Node: ${name}`,
  }),
  netInterface: (node: string, name: string): Subject => ({
    object: MASK_NET_IF,
    refs: { [KEY_NODE]: node },
    kind: 'NetInterface',
    title: `NetInterface '${name}' on node '${node}'`,
    context: `Node: '${node}', NetIfName: ${name}'`,
  }),
  storPoolDfn: (name: string): Subject => ({
    object: MASK_STOR_POOL_DFN,
    refs: { [KEY_STOR_POOL_DFN]: name },
    kind: 'StorPoolDefinition',
    title: `Storage pool definition '${name}'`,
    context: `Storage pool definition: ${name}`,
  }),
  storPool: (node: string, name: string): Subject => ({
    object: MASK_STOR_POOL,
    refs: { [KEY_STOR_POOL_DFN]: name, [KEY_NODE]: node },
    kind: 'StorPool',
    title: `Storage pool '${name}' on node '${node}'`,
    context: `Node: ${node}, Storage pool name: ${name}`,
  }),
  rscDfn: (name: string): Subject => ({
    object: MASK_RSC_DFN,
    refs: { [KEY_RSC_DFN]: name },
    kind: 'ResourceDefinition',
    title: `Resource definition '${name}'`,
    context: `Resource definition: ${name}`,
  }),
  vlmDfns: (rsc: string): Subject => ({
    object: MASK_VLM_DFN,
    refs: { [KEY_RSC_DFN]: rsc },
    kind: 'VolumeDefinition',
    title: `Volume definitions for resource definition '${rsc}'`,
    context: `Volume definitions for resource definition '${rsc}'`,
  }),
  vlmDfn: (rsc: string, number: number): Subject => ({
    object: MASK_VLM_DFN,
    refs: { [KEY_RSC_DFN]: rsc, [KEY_VLM_NR]: String(number) },
    kind: 'VolumeDefinition',
    title: `Volume definition with number '${number}' of resource definition '${rsc}'`,
    context: `Resource definition: ${rsc}, Volume number: ${number}`,
  }),
  rsc: (node: string, name: string): Subject => ({
    object: MASK_RSC,
    refs: { [KEY_RSC_DFN]: name, [KEY_NODE]: node },
    kind: 'Resource',
    title: `Resource '${name}' on node '${node}'`,
    context: `Node: ${node}, Resource: ${name}`,
  }),
  snapshot: (rsc: string, name: string, nodes: readonly string[] = []): Subject => ({
    object: MASK_SNAPSHOT,
    refs: { [KEY_SNAPSHOT]: name, [KEY_RSC_DFN]: rsc },
    kind: 'SnapshotDefinition',
    title:
      `Snapshot '${name}' of resource '${rsc}'` +
      (nodes.length === 0 ? '' : ` on nodes ${nodes.map((node) => `'${node}'`).join(', ')}`),
    context: `Resource: ${rsc}, Snapshot: ${name}`,
  }),
  nodeConn: (first: string, second: string): Subject => ({
    object: MASK_NODE_CONN,
    refs: { [KEY_2ND_NODE]: second, [KEY_1ST_NODE]: first },
    kind: 'NodeConnection',
    title: `Node connection between nodes '${first}' and '${second}'`,
    context: `Node connection between ${first} and ${second}`,
  }),
  rscConn: (first: string, second: string, rsc: string): Subject => ({
    object: MASK_RSC_CONN,
    refs: { [KEY_2ND_NODE]: second, [KEY_RSC_DFN]: rsc, [KEY_1ST_NODE]: first },
    kind: 'ResourceConnection',
    title: `Resource connection between nodes '${first}' and '${second}' for resource '${rsc}'`,
    context: `Resource connection between nodes ${first} and ${second} for resource ${rsc}`,
  }),
  vlmConn: (first: string, second: string, rsc: string, number: number): Subject => ({
    object: MASK_VLM_CONN,
    refs: { [KEY_2ND_NODE]: second, [KEY_RSC_DFN]: rsc, [KEY_VLM_NR]: String(number), [KEY_1ST_NODE]: first },
    kind: 'VolumeConnection',
    title: `Volume connection between nodes '${first}' and '${second}' on resource '${rsc}' on volume number '${number}'`,
    context: `Volume connection between nodes ${first} and ${second} on resource ${rsc} on volume number ${number}`,
  }),
}
