import { KEY_CUR_STLT_CONN_NAME } from '@x/linstor-wire/constants'
import type { Cluster } from './Cluster.js'
import { createStorPool } from './createStorPool.js'
import { disklessPoolName } from './disklessPoolName.js'
import { keyOf } from './keyOf.js'
import type { NetInterface, Node } from './objects.js'

/** What a node is made of. */
export interface NodeParts {
  readonly name: string
  readonly type: string
  readonly netInterfaces: readonly Omit<NetInterface, 'uuid'>[]
  readonly storage?: ReadonlyMap<string, bigint> | undefined
}

/** Adds a node that does not exist yet. */
export function createNode(cluster: Cluster, parts: NodeParts): Node {
  const key = keyOf(parts.name)
  const type = parts.type.toUpperCase()
  const [first] = parts.netInterfaces
  const node: Node = {
    uuid: crypto.randomUUID(),
    name: parts.name,
    type,
    props: new Map(first === undefined ? [] : [[KEY_CUR_STLT_CONN_NAME, first.name]]),
    flags: new Set(),
    netInterfaces: new Map(),
    storPools: new Map(),
    rscs: new Map(),
    satellite: hasSatellite(type)
      ? { state: cluster.unreachable.has(key) ? 'offline' : 'online', waiting: [] }
      : undefined,
    storage: parts.storage,
  }
  for (const net of parts.netInterfaces) node.netInterfaces.set(keyOf(net.name), { uuid: crypto.randomUUID(), ...net })
  cluster.nodes.set(key, node)
  createStorPool(cluster, { node, name: disklessPoolName, driver: 'DisklessDriver', props: [] })
  return node
}

const hasSatellite = (type: string): boolean => type === 'SATELLITE' || type === 'COMBINED'
