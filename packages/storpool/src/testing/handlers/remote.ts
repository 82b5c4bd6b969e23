import type { ClusterRemoveParameters } from '../../actions/clusterRemove.js'
import type { LocationUpdateParameters } from '../../actions/locationUpdate.js'
import type { RemoteBridgeAddParameters } from '../../actions/remoteBridgeAdd.js'
import type { ApiOk } from '../../schemas/ApiOk.js'
import type { RemoteCluster } from '../../schemas/RemoteCluster.js'
import type { RemoteClusterAddDesc } from '../../schemas/RemoteClusterAddDesc.js'
import type { RemoteLocationBase } from '../../schemas/RemoteLocationBase.js'
import type { FakeCluster } from '../FakeCluster.js'
import { alreadyExists, doesNotExist, inUse, invalid } from '../Refusal.js'

type Renaming = { name: string }

/** Adds a location, as the seeds of the fake do, too. */
export function locationAdd(cluster: FakeCluster, { id, name }: RemoteLocationBase): ApiOk {
  const isKnown = cluster.locations.has(name) || [...cluster.locations.values()].some((each) => each.id === id)
  if (isKnown) throw alreadyExists('Location', name)
  cluster.locations.set(name, { id, name, sendBufferSize: 0n, recvBufferSize: 0n })
  return cluster.changed()
}

/** Adds a cluster, as the seeds of the fake do, too. Calls to it by name act on its own volumes from then on. */
export function clusterAdd(cluster: FakeCluster, { id, location, name }: RemoteClusterAddDesc): ApiOk {
  const added = name ?? `${cluster.location(location).name}.${id}`
  if (cluster.clusters.has(added)) throw alreadyExists('Cluster', added)
  cluster.clusters.set(added, { id, location: cluster.location(location).name, name: added })
  return cluster.changed()
}

function findCluster(cluster: FakeCluster, { name, location, id }: ClusterRemoveParameters): RemoteCluster {
  if (name != null) return cluster.cluster(name)
  if (location == null || id == null) throw invalid('Give the name of the cluster, or its location and id.')
  const found = [...cluster.clusters.values()].find((each) => each.location === location && each.id === id)
  if (found === undefined) throw doesNotExist(`Cluster of ${location}`, id)
  return found
}

function locationRename(cluster: FakeCluster, { location, name }: Renaming & { location: string }): ApiOk {
  const found = cluster.location(location)
  if (name !== location && cluster.locations.has(name)) throw alreadyExists('Location', name)
  cluster.locations.delete(location)
  cluster.locations.set(name, { ...found, name })
  const mentions = [
    ...cluster.clusters.values(),
    ...cluster.bridges.values(),
    ...cluster.exports,
    ...cluster.volumeExports,
  ]
  for (const each of mentions) if (each.location === location) each.location = name
  return cluster.changed()
}

function bridgeAdd(cluster: FakeCluster, given: RemoteBridgeAddParameters): ApiOk {
  const { ip, publicKey, noCrypto, minimumDeleteDelay, location, remote } = given
  if (cluster.bridges.has(ip)) throw alreadyExists('Remote bridge', ip)
  const name = remote ?? location ?? ''
  const target = remote === undefined ? undefined : cluster.clusters.get(remote)
  const place = target?.location ?? cluster.location(name).name
  cluster.bridges.set(ip, {
    ip,
    publicKey,
    location: place,
    remote: name,
    ...(target && { cluster: target.name }),
    ...(noCrypto != null && { noCrypto }),
    ...(minimumDeleteDelay != null && { minimumDeleteDelay: BigInt(minimumDeleteDelay) }),
  })
  return cluster.changed()
}

export const remoteHandlers = {
  locationsList: (cluster: FakeCluster) => ({ locations: [...cluster.locations.values()] }),
  locationAdd,
  locationRemove: (cluster: FakeCluster, { location }: { location: string }): ApiOk => {
    const { name } = cluster.location(location)
    const needed = [...cluster.clusters.values(), ...cluster.bridges.values()].some((each) => each.location === name)
    if (needed) throw inUse('Location', name, 'used by a cluster or bridge')
    cluster.locations.delete(name)
    return cluster.changed()
  },
  locationUpdate: (cluster: FakeCluster, given: LocationUpdateParameters): ApiOk => {
    const location = cluster.location(given.location)
    location.sendBufferSize = BigInt(given.sendBufferSize ?? location.sendBufferSize)
    location.recvBufferSize = BigInt(given.recvBufferSize ?? location.recvBufferSize)
    return cluster.changed()
  },
  locationRename,
  clustersList: (cluster: FakeCluster) => ({ clusters: [...cluster.clusters.values()] }),
  clusterAdd,
  clusterRemove: (cluster: FakeCluster, given: ClusterRemoveParameters): ApiOk => {
    const { name } = findCluster(cluster, given)
    cluster.clusters.delete(name)
    cluster.others.delete(name)
    return cluster.changed()
  },
  clusterRename: (cluster: FakeCluster, { cluster: from, name }: Renaming & { cluster: string }): ApiOk => {
    const found = cluster.cluster(from)
    if (name !== from && cluster.clusters.has(name)) throw alreadyExists('Cluster', name)
    const other = cluster.others.get(from)
    cluster.clusters.delete(from)
    cluster.others.delete(from)
    cluster.clusters.set(name, { ...found, name })
    if (other !== undefined) cluster.others.set(name, other)
    return cluster.changed()
  },
  remoteBridgesList: (cluster: FakeCluster) => ({ remoteBridges: [...cluster.bridges.values()] }),
  remoteBridgeAdd: bridgeAdd,
  remoteBridgeRemove: (cluster: FakeCluster, { ip }: { ip: string }): ApiOk => {
    if (!cluster.bridges.delete(ip)) throw doesNotExist('Remote bridge', ip)
    return cluster.changed()
  },
}
