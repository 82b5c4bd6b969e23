import { KEY_PEER_SLOTS } from '@x/linstor-wire/constants'
import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'
import { keyOf } from './keyOf.js'
import { lowestFree } from './lowestFree.js'
import type { Node, Rsc, RscDfn, StorPool, VlmDfn } from './objects.js'
import { placeVlm } from './placeVlm.js'

/** What a resource is made of. */
export interface RscParts {
  readonly node: Node
  readonly dfn: RscDfn
  readonly diskless: boolean
  readonly props: readonly LinStorMapEntry[]
  /** The pool of each volume. */
  readonly poolOf: (vlmDfn: VlmDfn) => StorPool
  /** @default the lowest that is free */
  readonly nodeId?: number | undefined
}

/** Registers a resource on a node, with all its volumes; nothing is deployed yet. */
export function placeRsc({ node, dfn, diskless, props, poolOf, nodeId }: RscParts): Rsc {
  const rsc: Rsc = {
    uuid: crypto.randomUUID(),
    node,
    dfn,
    nodeId:
      nodeId ??
      lowestFree(
        0,
        [...dfn.rscs.values()].map((other) => other.nodeId),
      ),
    flags: new Set(diskless ? ['DISKLESS'] : []),
    props: new Map([[KEY_PEER_SLOTS, '7'], ...props.map(({ key, value }): [string, string] => [key, value])]),
    vlms: new Map(),
    inUse: false,
    ready: false,
  }
  for (const vlmDfn of dfn.vlmDfns.values()) placeVlm(rsc, vlmDfn, poolOf(vlmDfn))
  dfn.rscs.set(keyOf(node.name), rsc)
  node.rscs.set(keyOf(dfn.name), rsc)
  return rsc
}
