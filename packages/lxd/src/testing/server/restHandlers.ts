import { entityTag } from '../protocol/entityTag.js'
import type { FakeHandler, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { syncAnswer } from '../protocol/syncAnswer.js'

const empty: FakeHandler = () => syncAnswer([])
const missing =
  (what: string): FakeHandler =>
  () => {
    throw new FakeFault(404, `${what} not found`)
  }

/**
 * What can be read of things the fake has none of: empty lists, and nothing to be found by name. Making one of them is
 * 501.
 */
export const restHandlers = (): FakeHandlers => ({
  certificatesGet: empty,
  certificateGet: missing('Certificate'),
  certificateDelete: missing('Certificate'),
  clusterGet: async () => {
    const cluster = { server_name: '', enabled: false, member_config: [] }
    return syncAnswer(cluster, { etag: await entityTag(cluster) })
  },
  clusterMembersGet: () => {
    throw new FakeFault(500, 'Server is not clustered')
  },
  clusterGroupsGet: notClustered,
  clusterGroupGet: notClustered,
  metricsGet: () => new Response('# EOF\n', { headers: { 'content-type': 'text/plain' } }),
  networkAclsGet: empty,
  networkAclGet: missing('Network ACL'),
  networkZonesGet: empty,
  networkZoneGet: missing('Network zone'),
  networksGet: ({ recursion }) => syncAnswer(recursion > 0 ? [loopback] : ['/1.0/networks/lo']),
  networkGet: async ({ names }) => {
    if (names['networkName'] !== 'lo') throw new FakeFault(404, 'Network not found')
    return syncAnswer(loopback, { etag: await entityTag(loopback) })
  },
  resourcesGet: () => syncAnswer(resources),
})

function notClustered(): never {
  throw new FakeFault(400, 'This server is not clustered')
}

const loopback = {
  config: {},
  description: '',
  name: 'lo',
  type: 'loopback',
  used_by: [],
  managed: false,
  status: '',
  locations: null,
}

const resources = {
  cpu: { architecture: 'x86_64', sockets: [], total: 1 },
  memory: {
    nodes: null,
    hugepages_total: 0,
    hugepages_used: 0,
    hugepages_size: 2_097_152,
    used: 0,
    total: 4_294_967_296,
  },
  gpu: { cards: [], total: 0 },
  network: { cards: [], total: 0 },
  storage: { disks: [], total: 0 },
  usb: { devices: [], total: 0 },
  pci: { devices: [], total: 0 },
  system: {
    uuid: '',
    vendor: '',
    product: '',
    family: '',
    version: '',
    sku: '',
    serial: '',
    type: 'virtual-machine',
    firmware: null,
    chassis: null,
    motherboard: null,
  },
}
