import type { ClusterStatus } from '../../schemas/ClusterStatus.js'
import type { PeerDesc } from '../../schemas/PeerDesc.js'
import type { FakeCluster } from '../FakeCluster.js'

const version = '19.01'

function service(cluster: FakeCluster, id: number, isUp: boolean) {
  const startTime = isUp ? Number(cluster.now()) - 3_600 : null
  return { id, version, startTime, status: isUp ? 'running' : 'down', ...(isUp && { nodeId: id % 64 }) }
}

const servers = (cluster: FakeCluster): ClusterStatus['servers'] =>
  Object.fromEntries(
    [...cluster.servers].map(([id, isUp]) => [
      id,
      { ...service(cluster, id, isUp), missingDisks: [], pendingDisks: [] },
    ]),
  )

const status = (cluster: FakeCluster, which: ClusterStatus['servers']): ClusterStatus => ({
  clusterStatus: 'running',
  mgmt: {},
  clients: {},
  servers: which,
  bridges: {},
  iscsiTargets: {},
})

export const serviceHandlers = {
  servicesList: (cluster: FakeCluster): ClusterStatus => ({
    ...status(cluster, servers(cluster)),
    mgmt: { 1: { ...service(cluster, 1, true), active: true, prio: 0 } },
    clients: Object.fromEntries([...cluster.clients].map(([id, isUp]) => [id, service(cluster, id, isUp)])),
    bridges: { 1: service(cluster, 1, true) },
    iscsiTargets: { 1: service(cluster, 1, true) },
  }),
  serversList: (cluster: FakeCluster): ClusterStatus => status(cluster, servers(cluster)),
  serversListBlocked: (cluster: FakeCluster): ClusterStatus => status(cluster, {}),
  peersList: (cluster: FakeCluster): Record<string, PeerDesc> =>
    Object.fromEntries(
      [...cluster.servers].map(([id, isUp]) => [
        id,
        {
          beaconStatus: isUp ? 'NODE_UP' : 'NODE_DOWN',
          clusterStatus: isUp ? 'CNODE_UP' : 'CNODE_DOWN',
          joined: isUp,
          nonVoting: false,
          networks: { 0: { mac: `02:00:00:00:00:${(id % 256).toString(16).padStart(2, '0')}` } },
          rdma: {},
        },
      ]),
    ),
  tasksList: () => [],
  allPeersActiveRequests: (cluster: FakeCluster) => ({
    requests: [...cluster.clients.keys()].map((id) => ({
      peerId: 0x8000 + id,
      service: { type: 'client', id: String(id) },
      status: 'peerDone',
    })),
  }),
}
