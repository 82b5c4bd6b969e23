import { isoTime } from '@x/kamaki-astakos/testing'
import { links } from '../compute/showServer.js'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakeFloatingIp, FakeNetwork, FakePort, FakeSubnet } from '../state/entities.js'

/** A network. */
export const showNetwork = (state: CycladesState, network: FakeNetwork) => ({
  id: network.id,
  name: network.name,
  links: links(state, `/network/v2.0/networks/${network.id}`),
  user_id: network.user,
  tenant_id: network.project,
  shared_to_project: network.shared,
  type: network.type,
  updated: isoTime(network.updated),
  created: isoTime(network.created),
  status: network.deleted ? 'DELETED' : 'ACTIVE',
  public: network.public,
  shared: network.public,
  'router:external': network.public,
  admin_state_up: true,
  // Numbers, unlike everywhere else: so does the service.
  subnets: [...state.subnets.values()].filter((subnet) => subnet.network === network.id).map(({ id }) => Number(id)),
  'SNF:floating_ip_pool': network.public,
  deleted: network.deleted,
})

/** A subnet. */
export function showSubnet(state: CycladesState, subnet: FakeSubnet) {
  const network = state.networks.get(subnet.network)
  return {
    id: subnet.id,
    network_id: subnet.network,
    name: subnet.name,
    tenant_id: network?.project ?? null,
    user_id: network?.user ?? null,
    public: network?.public ?? false,
    gateway_ip: subnet.gateway,
    ip_version: subnet.version,
    cidr: subnet.cidr,
    enable_dhcp: subnet.dhcp,
    dns_nameservers: subnet.nameServers,
    host_routes: subnet.routes,
    allocation_pools: subnet.pools,
    ...(subnet.version === 6 ? { enable_slaac: subnet.slaac } : {}),
    deleted: subnet.deleted,
    links: links(state, `/network/v2.0/subnets/${subnet.id}`),
  }
}

/** A port. */
export function showPort(state: CycladesState, port: FakePort) {
  const subnet = [...state.subnets.values()].find((item) => item.network === port.network && item.version === 4)
  return {
    id: port.id,
    name: port.name,
    links: links(state, `/network/v2.0/ports/${port.id}`),
    user_id: port.user,
    tenant_id: port.user,
    device_id: port.server === null ? null : String(port.server),
    admin_state_up: true,
    mac_address: port.mac,
    status: port.status,
    device_owner: port.server === null ? null : 'vm',
    network_id: port.network,
    updated: isoTime(port.updated),
    created: isoTime(port.created),
    fixed_ips: port.address === null ? [] : [{ ip_address: port.address, subnet: subnet?.id ?? null }],
    security_groups: port.groups,
  }
}

/** A floating IP address. */
export function showFloatingIp(state: CycladesState, address: FakeFloatingIp) {
  const server = address.port === null ? undefined : state.ports.get(address.port)?.server
  return {
    id: address.id,
    floating_ip_address: address.address,
    floating_network_id: address.network,
    port_id: address.port,
    instance_id: server === undefined || server === null ? null : String(server),
    fixed_ip_address: null,
    user_id: address.user,
    tenant_id: address.project,
    shared_to_project: address.shared,
    deleted: address.deleted,
  }
}
