import { FLAG_DISKLESS } from '@x/linstor-wire/constants'
import type { AutoSelectFilter } from '@x/linstor-wire/messages/AutoSelectFilter'
import type { Cluster } from './Cluster.js'
import { keyOf } from './keyOf.js'
import type { Node, StorPool } from './objects.js'
import { poolSpace } from './poolSpace.js'
import { provisioningOf } from './provisioningOf.js'
import { sorted } from './sorted.js'

/** Storage pools of one name on as many nodes as were asked for. */
export interface Placement {
  readonly poolName: string
  readonly pools: readonly StorPool[]
  readonly thin: boolean
  /** Size of the largest volume that fits on all of them, in KiB. */
  readonly maxSizeKib: bigint
}

/**
 * All the ways to place replicas, thin pools first, then the ones with most room. In each pool the nodes with most free
 * space are taken. Nodes that can't be reached are left out.
 *
 * @param taken - Keys of nodes that are no choice.
 */
export function findPlacements(
  cluster: Cluster,
  filter: AutoSelectFilter,
  { count = filter.placeCount, taken = new Set() }: { count?: number; taken?: ReadonlySet<string> } = {},
): Placement[] {
  const avoided = nodesWith(cluster, filter)
  const nodes = sorted(cluster.nodes).filter(
    (node) => node.satellite?.state === 'online' && !taken.has(keyOf(node.name)) && !avoided.has(keyOf(node.name)),
  )
  const names = new Set(nodes.flatMap(({ storPools }) => [...storPools.keys()]))
  const wanted = filter.storagePool === undefined ? [...names] : [keyOf(filter.storagePool)]
  return wanted
    .map((key) =>
      select(
        nodes.flatMap(({ storPools }) => usable(storPools.get(key))),
        filter,
        count,
      ),
    )
    .filter((placement) => placement !== undefined)
    .sort((a, b) => Number(b.thin) - Number(a.thin) || Number(b.maxSizeKib - a.maxSizeKib))
}

const usable = (pool: StorPool | undefined): StorPool[] =>
  pool !== undefined && provisioningOf(pool) !== undefined && poolSpace(pool) !== undefined ? [pool] : []

function select(pools: readonly StorPool[], filter: AutoSelectFilter, count: number): Placement | undefined {
  const byRoom = [...pools].sort((a, b) => Number(freeOf(b) - freeOf(a)))
  for (const group of groupBySame(byRoom, filter.replicasOnSame)) {
    const chosen = takeDifferent(group, filter.replicasOnDifferent).slice(0, count)
    const last = chosen.at(-1)
    if (last === undefined || chosen.length < count) continue
    return {
      poolName: last.dfn.name,
      pools: chosen.sort((a, b) => (keyOf(a.node.name) < keyOf(b.node.name) ? -1 : 1)),
      thin: chosen.every((pool) => provisioningOf(pool) === 'Thin'),
      maxSizeKib: freeOf(last),
    }
  }
  return undefined
}

const freeOf = (pool: StorPool): bigint => poolSpace(pool)?.freeKib ?? 0n

// Groups of pools on nodes that have the same values of some properties; `key=value` asks for one of them.
function groupBySame(pools: readonly StorPool[], keys: readonly string[]): StorPool[][] {
  const groups = new Map<string, StorPool[]>()
  for (const pool of pools) {
    const values = keys.map((key) => propOf(pool.node, key))
    if (values.includes(undefined)) continue
    const group = groups.get(JSON.stringify(values)) ?? []
    groups.set(JSON.stringify(values), [...group, pool])
  }
  return [...groups.values()]
}

function takeDifferent(pools: readonly StorPool[], keys: readonly string[]): StorPool[] {
  const seen = keys.map(() => new Set<string>())
  return pools.filter(({ node }) => {
    const values = keys.map((key) => propOf(node, key))
    if (values.some((value, index) => value !== undefined && seen[index]?.has(value))) return false
    values.forEach((value, index) => {
      if (value !== undefined) seen[index]?.add(value)
    })
    return true
  })
}

function propOf(node: Node, wanted: string): string | undefined {
  const [key = '', value] = wanted.split('=')
  const actual = node.props.get(key)
  return value === undefined || value === actual ? actual : undefined
}

// Nodes that have a disk of one of the resources to keep away from.
function nodesWith({ rscDfns }: Cluster, { notPlaceWithRsc, notPlaceWithRscRegex }: AutoSelectFilter): Set<string> {
  const names = new Set(notPlaceWithRsc.map(keyOf))
  const pattern = notPlaceWithRscRegex === undefined ? undefined : new RegExp(`^(?:${notPlaceWithRscRegex})$`, 'i')
  const nodes = new Set<string>()
  for (const [key, dfn] of rscDfns) {
    if (!names.has(key) && !pattern?.test(dfn.name)) continue
    for (const rsc of dfn.rscs.values()) if (!rsc.flags.has(FLAG_DISKLESS)) nodes.add(keyOf(rsc.node.name))
  }
  return nodes
}
