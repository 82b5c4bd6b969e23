import { FakeFault, type FakeUser } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakeFloatingIp } from '../state/entities.js'

/** Reserves a floating IP address, and charges it. @throws {FakeFault} as the network service does. */
export function reserveAddress(state: CycladesState, user: FakeUser, body: Record<string, unknown>): FakeFloatingIp {
  const { floating_network_id: network, floating_ip_address: wanted, project, shared_to_project: shared } = body
  const open = [...state.networks.values()].find((item) => item.public)
  if (network !== undefined && !state.network(user, network).public) {
    throw new FakeFault('conflict', 'The network is not a floating IP pool')
  }
  const target = state.cloud.projectFor(user, project as string | undefined).id
  const index = network !== undefined && wanted !== undefined ? state.freeAddresses.indexOf(String(wanted)) : 0
  const address = state.freeAddresses[index]
  if (open === undefined || address === undefined) throw new FakeFault('conflict', 'No floating IP address is left')
  state.cloud.quotas.charge({ user: user.id, project: target }, { 'cyclades.floating_ip': 1 })
  state.freeAddresses.splice(index, 1)
  const id = String(state.nextId('floatingIp', 701))
  const entry = { ...state.newEntity(user, target, shared), id, address, network: open.id, port: null }
  state.floatingIps.set(id, entry)
  return entry
}
