import type { LinStorMapEntry } from '@x/linstor-wire/messages/LinStorMapEntry'
import type { Cluster } from './Cluster.js'
import { keyOf } from './keyOf.js'
import type { Node, StorPool, StorPoolDfn } from './objects.js'

/** What a storage pool is made of. */
export interface StorPoolParts {
  readonly node: Node
  readonly name: string
  readonly driver: string
  readonly props: readonly LinStorMapEntry[]
  readonly freeSpaceManager?: string | undefined
}

/** Adds a storage pool that does not exist yet, and its definition when that is missing. */
export function createStorPool(cluster: Cluster, parts: StorPoolParts): StorPool {
  const { node, name, driver, props, freeSpaceManager } = parts
  const key = keyOf(name)
  const dfn: StorPoolDfn = cluster.storPoolDfns.get(key) ?? { uuid: crypto.randomUUID(), name, props: new Map() }
  cluster.storPoolDfns.set(key, dfn)
  const pool: StorPool = {
    uuid: crypto.randomUUID(),
    node,
    dfn,
    driver,
    props: new Map(props.map((prop) => [prop.key, prop.value])),
    freeSpaceManager,
  }
  node.storPools.set(key, pool)
  return pool
}
