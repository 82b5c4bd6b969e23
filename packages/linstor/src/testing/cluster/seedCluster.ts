import { ConfigurationError } from '@x/core-errors'
import { FLAG_DISKLESS, FLAG_SUCCESSFUL, KEY_STOR_POOL_NAME } from '@x/linstor-wire/constants'
import type { Cluster } from './Cluster.js'
import type {
  ClusterSeed,
  NodeSeed,
  ResourceDefinitionSeed,
  ResourceSeed,
  SnapshotSeed,
  StoragePoolSeed,
} from './ClusterSeed.js'
import { createNode } from './createNode.js'
import { createRscDfn } from './createRscDfn.js'
import { createStorPool } from './createStorPool.js'
import { createVlmDfn } from './createVlmDfn.js'
import { deployRsc } from './deployRsc.js'
import { disklessPoolName } from './disklessPoolName.js'
import { findDriver } from './drivers.js'
import { keyOf } from './keyOf.js'
import { placeRsc } from './placeRsc.js'
import { reportError } from './reportError.js'
import { sorted } from './sorted.js'

/** Puts into an empty cluster what is there at first. @throws {ConfigurationError} for what can't be. */
export function seedCluster(cluster: Cluster, seed: ClusterSeed): void {
  for (const { name, props } of seed.storagePoolDefinitions ?? []) {
    cluster.storPoolDfns.set(keyOf(name), { uuid: crypto.randomUUID(), name, props: toMap(props) })
  }
  for (const node of seed.nodes ?? []) seedNode(cluster, node)
  for (const pool of seed.storagePools ?? []) seedStorPool(cluster, pool)
  for (const dfn of seed.resourceDefinitions ?? []) seedRscDfn(cluster, dfn)
  for (const rsc of seed.resources ?? []) seedRsc(cluster, rsc)
  for (const snapshot of seed.snapshots ?? []) seedSnapshot(cluster, snapshot)
  for (const report of seed.errorReports ?? []) reportError(cluster, report)
}

type Props = Readonly<Record<string, string>> | undefined

const toMap = (props: Props): Map<string, string> => new Map(Object.entries(props ?? {}))
const toEntries = (props: Props) => Object.entries(props ?? {}).map(([key, value]) => ({ key, value }))

function find<T>(objects: ReadonlyMap<string, T>, name: string, path: string): T {
  const object = objects.get(keyOf(name))
  if (object === undefined) throw new ConfigurationError(`createFakeLinstor: ${path}: there is no '${name}'`, { path })
  return object
}

function seedNode(cluster: Cluster, seed: NodeSeed): void {
  const { name, type = 'Satellite', address = '127.0.0.1', port = 3_366, props, storage } = seed
  const node = createNode(cluster, {
    name,
    type,
    netInterfaces: [{ name: 'default', address, port, encryption: 'PLAIN' }],
    storage: storage && new Map(Object.entries(storage).map(([source, kib]) => [source, BigInt(kib)])),
  })
  for (const [key, value] of toMap(props)) node.props.set(key, value)
}

function seedStorPool(cluster: Cluster, { node, name, driver = 'LvmDriver', source, props }: StoragePoolSeed): void {
  const known = findDriver(driver)
  if (known === undefined) {
    const path = 'storagePools.driver'
    throw new ConfigurationError(`createFakeLinstor: ${path}: '${driver}' is not known`, { path })
  }
  const parts = source?.split('/') ?? []
  const sourceProps = parts.map((value, index) => ({ key: known.source[index] ?? `StorDriver/${index}`, value }))
  createStorPool(cluster, {
    node: find(cluster.nodes, node, 'storagePools.node'),
    name,
    driver: known.name,
    props: [...sourceProps, ...toEntries(props)],
  })
}

function seedRscDfn(cluster: Cluster, { name, port, props, volumes }: ResourceDefinitionSeed): void {
  const dfn = createRscDfn(cluster, { name, port })
  for (const [key, value] of toMap(props)) dfn.props.set(key, value)
  for (const volume of volumes ?? []) {
    const vlmDfn = createVlmDfn(cluster, dfn, { ...volume, sizeKib: BigInt(volume.sizeKib) })
    for (const [key, value] of toMap(volume.props)) vlmDfn.props.set(key, value)
  }
}

function seedRsc(cluster: Cluster, seed: ResourceSeed): void {
  const { name, storagePool, diskless = false } = seed
  const node = find(cluster.nodes, seed.node, 'resources.node')
  const dfn = find(cluster.rscDfns, name, 'resources.name')
  const poolName = storagePool ?? (diskless ? disklessPoolName : undefined)
  const props = [
    ...(poolName === undefined ? [] : [{ key: KEY_STOR_POOL_NAME, value: poolName }]),
    ...toEntries(seed.props),
  ]
  const named = [...props].reverse().find(({ key }) => key === KEY_STOR_POOL_NAME)?.value
  const fallback = named ?? dfn.props.get(KEY_STOR_POOL_NAME) ?? 'DfltStorPool'
  const poolOf = () => find(node.storPools, fallback, 'resources.storagePool')
  deployRsc(cluster, placeRsc({ node, dfn, diskless, props, poolOf }))
}

function seedSnapshot(cluster: Cluster, { resource, name, nodes }: SnapshotSeed): void {
  const dfn = find(cluster.rscDfns, resource, 'snapshots.resource')
  const rscs =
    nodes?.map((node) => find(dfn.rscs, node, 'snapshots.nodes')) ??
    sorted(dfn.rscs).filter(({ flags }) => !flags.has(FLAG_DISKLESS))
  dfn.snapshots.set(keyOf(name), {
    uuid: crypto.randomUUID(),
    name,
    flags: new Set([FLAG_SUCCESSFUL]),
    nodes: rscs.map(({ node }) => node),
    volumes: [...dfn.vlmDfns.values()].map(({ number, sizeKib }) => ({ number, sizeKib })),
  })
}
