import { type FakeCall, FakeFault } from '@x/kamaki-astakos/testing'
import { giveBackAddress } from '../network/giveBackAddress.js'
import { reserveAddress } from '../network/reserveAddress.js'
import { showFloatingIp } from '../network/showNetwork.js'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakeFloatingIp } from '../state/entities.js'

/** Floating IP addresses in the form of the compute service, and what it does not know. */
export function floatingIpHandlers(state: CycladesState) {
  const show = ({ id, address, port }: FakeFloatingIp) => ({
    id,
    ip: address,
    instance_id: port === null ? null : (state.ports.get(port)?.server ?? null),
    fixed_ip: null,
    pool: null,
  })
  const unknown = () => {
    throw new FakeFault('badRequest', 'API endpoint not found')
  }
  const notAllowed = () => {
    throw new FakeFault('notAllowed', 'Method not allowed', { headers: { allow: 'GET, POST' } })
  }
  const remove = ({ user, names }: FakeCall) => {
    const address = state.floatingIp(user, names['fipId'])
    if (address.port !== null) throw new FakeFault('conflict', 'Floating IP is in use')
    giveBackAddress(state, address)
  }
  const one = ({ user, names }: FakeCall) => ({
    floatingip: showFloatingIp(state, state.floatingIp(user, names['fipId'])),
  })
  return {
    'GET /limits': unknown,
    'GET /os-floating-ip-pools': unknown,
    'GET /os-floating-ips': ({ user }: FakeCall) => ({
      floating_ips: [...state.floatingIps.values()]
        .filter((item) => !item.deleted && state.mayUse(user, item))
        .map(show),
    }),
    'GET /os-floating-ips/{fipId}': one,
    'POST /os-floating-ips': ({ user }: FakeCall) => ({ floating_ip: show(reserveAddress(state, user, {})) }),
    'POST /os-floating-ips/{ip}': notAllowed,
    'DELETE /os-floating-ips': notAllowed,
    'DELETE /os-floating-ips/{fipId}': remove,
  }
}
