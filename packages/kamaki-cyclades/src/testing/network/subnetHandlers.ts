import { type FakeCall, FakeFault } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import { changedSince } from '../state/changedSince.js'
import type { FakeSubnet } from '../state/entities.js'
import { member, text } from '../state/requests.js'
import { showSubnet } from './showNetwork.js'

/** Subnets. */
export function subnetHandlers(state: CycladesState) {
  const visible = ({ user }: FakeCall, { network }: FakeSubnet): boolean => {
    const owner = state.networks.get(network)
    return owner?.public === true || owner?.user === user.id
  }
  const found = (call: FakeCall): FakeSubnet => {
    const subnet = state.subnets.get(call.names['subnetId'] ?? '')
    if (subnet === undefined || !visible(call, subnet)) throw new FakeFault('itemNotFound', 'Subnet not found.')
    return subnet
  }
  return {
    'GET /subnets': (call: FakeCall) => ({
      subnets: changedSince(
        [...state.subnets.values()].filter((subnet) => visible(call, subnet)),
        call.query,
        state.now(),
      ).map((subnet) => showSubnet(state, subnet)),
    }),
    'GET /subnets/{subnetId}': (call: FakeCall) => ({ subnet: showSubnet(state, found(call)) }),
    'POST /subnets': async ({ user, json }: FakeCall) => {
      const body = member(await json(), 'subnet')
      const network = state.network(user, body['network_id'])
      if (network.user !== user.id) throw new FakeFault('forbidden', 'Only the owner may create a subnet.')
      const version = body['ip_version'] === 6 ? 6 : 4
      if ([...state.subnets.values()].some((item) => item.network === network.id && item.version === version)) {
        throw new FakeFault('badRequest', `The network has a subnet of IPv${version} already.`)
      }
      if ([...state.ports.values()].some((port) => port.network === network.id)) {
        throw new FakeFault('badRequest', 'Servers are connected to the network.')
      }
      const cidr = text(body, 'cidr', 64)
      const { first, last } = addressesOf(cidr, version)
      const gateway = body['gateway_ip'] === undefined ? first : (body['gateway_ip'] as string | null)
      const pools = (body['allocation_pools'] as FakeSubnet['pools'] | undefined) ?? [{ start: first, end: last }]
      if (pools.some(({ start }) => start === gateway && body['allocation_pools'] !== undefined)) {
        throw new FakeFault('conflict', 'The gateway is in an allocation pool.')
      }
      const id = String(state.nextId('subnet', 81))
      const subnet: FakeSubnet = {
        id,
        network: network.id,
        name: text(body, 'name', 128, true),
        cidr,
        gateway,
        version,
        pools: version === 6 ? [] : pools,
        dhcp: body['enable_dhcp'] !== false,
        nameServers: (body['dns_nameservers'] as string[] | undefined) ?? [],
        routes: (body['host_routes'] as object[] | undefined) ?? [],
        slaac: body['enable_slaac'] === true,
        updated: state.now(),
        deleted: false,
      }
      state.subnets.set(id, subnet)
      return { subnet: showSubnet(state, subnet) }
    },
    'PUT /subnets/{subnetId}': async (call: FakeCall) => {
      const subnet = found(call)
      const body = member(await call.json(), 'subnet')
      if (Object.keys(body).join() !== 'name')
        throw new FakeFault('badRequest', 'Only the name of a subnet can be updated.')
      subnet.name = text(body, 'name', 128)
      return { subnet: showSubnet(state, subnet) }
    },
    'DELETE /subnets/{subnetId}': (call: FakeCall) => {
      found(call)
      throw new FakeFault('badRequest', 'Deletion of a subnet is not supported.')
    },
  }
}

// First and last address that may be handed out. Good enough for networks of at most 256 addresses.
function addressesOf(cidr: string, version: number): { first: string; last: string } {
  const [base = '', mask = ''] = cidr.split('/')
  const size = Number(mask)
  if (version === 6) {
    if (size !== 64) throw new FakeFault('badRequest', 'The mask of an IPv6 subnet must be 64.')
    return { first: `${base}1`, last: `${base}ffff` }
  }
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(base)) throw new FakeFault('badRequest', `Invalid CIDR '${cidr}'.`)
  if (!(size >= 22 && size <= 29)) throw new FakeFault('overLimit', 'The mask of an IPv4 subnet must be /22 to /29.')
  const parts = base.split('.').map(Number)
  const first = [...parts.slice(0, 3), (parts[3] ?? 0) + 1].join('.')
  const last = [...parts.slice(0, 3), Math.min(254, (parts[3] ?? 0) + 2 ** (32 - size) - 2)].join('.')
  return { first, last }
}
