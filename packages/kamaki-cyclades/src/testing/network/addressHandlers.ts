import { type FakeCall, FakeFault } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import { changedSince } from '../state/changedSince.js'
import { member, reassignment } from '../state/requests.js'
import { touch } from '../state/tasks.js'
import { giveBackAddress } from './giveBackAddress.js'
import { reserveAddress } from './reserveAddress.js'
import { showFloatingIp } from './showNetwork.js'

/** Floating IP addresses. */
export function addressHandlers(state: CycladesState) {
  const found = ({ user, names }: FakeCall) => state.floatingIp(user, names['floatingipId'])
  return {
    'GET /floatingips': ({ user, query }: FakeCall) => ({
      floatingips: changedSince(
        [...state.floatingIps.values()].filter((address) => state.mayUse(user, address)),
        query,
        state.now(),
      ).map((address) => showFloatingIp(state, address)),
    }),
    'GET /floatingips/{floatingipId}': (call: FakeCall) => ({ floatingip: showFloatingIp(state, found(call)) }),
    'POST /floatingips': async ({ user, json }: FakeCall) => ({
      floatingip: showFloatingIp(state, reserveAddress(state, user, member(await json(), 'floatingip'))),
    }),
    'PUT /floatingips/{floatingipId}': (call: FakeCall) => {
      found(call)
      throw new FakeFault('notImplemented', 'Floating IP updates are not supported.')
    },
    'DELETE /floatingips/{floatingipId}': (call: FakeCall) => {
      const address = found(call)
      if (address.port !== null) throw new FakeFault('conflict', `Floating IP '${address.id}' is attached to a server.`)
      giveBackAddress(state, address)
    },
    'POST /floatingips/{floatingipId}/action': async (call: FakeCall) => {
      const address = found(call)
      if (address.user !== call.user.id) throw new FakeFault('forbidden', 'Only the owner may reassign')
      const { project, shared } = reassignment(await call.json())
      const target = state.cloud.projectFor(call.user, project).id
      state.cloud.quotas.move(address, { user: address.user, project: target }, { 'cyclades.floating_ip': 1 })
      touch(state, address, { project: target, shared })
    },
  }
}
