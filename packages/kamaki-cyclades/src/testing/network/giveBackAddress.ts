import type { CycladesState } from '../state/CycladesState.js'
import type { FakeFloatingIp } from '../state/entities.js'
import { touch } from '../state/tasks.js'

/** Gives a floating IP address and its quota back. */
export function giveBackAddress(state: CycladesState, address: FakeFloatingIp): void {
  touch(state, address, { deleted: true })
  state.freeAddresses.push(address.address)
  state.cloud.quotas.release(address, { 'cyclades.floating_ip': 1 })
}
