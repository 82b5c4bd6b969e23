import { type FakeCall, FakeFault } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import { changedSince } from '../state/changedSince.js'
import type { FakeNetwork } from '../state/entities.js'
import { member, reassignment, text } from '../state/requests.js'
import { touch } from '../state/tasks.js'
import { showNetwork } from './showNetwork.js'

const types = ['CUSTOM', 'MAC_FILTERED', 'IP_LESS_ROUTED', 'PHYSICAL_VLAN']

/** Networks. */
export function networkHandlers(state: CycladesState) {
  const list = ({ user, query }: FakeCall) => ({
    networks: changedSince(
      [...state.networks.values()].filter(
        (network) => network.public || network.user === user.id || (network.project !== null && network.shared),
      ),
      query,
      state.now(),
    ).map((network) => showNetwork(state, network)),
  })
  const own = ({ user, names }: FakeCall, what: string): FakeNetwork => {
    const network = state.network(user, names['networkId'])
    if (network.public || network.user !== user.id) throw new FakeFault('forbidden', `Cannot ${what} the network.`)
    return network
  }
  return {
    'GET /networks': list,
    'GET /networks/detail': list,
    'GET /networks/{networkId}': ({ user, names }: FakeCall) => ({
      network: showNetwork(state, state.network(user, names['networkId'])),
    }),
    'POST /networks': async ({ user, json }: FakeCall) => {
      const body = member(await json(), 'network')
      const type = text(body, 'type', 128)
      if (!types.includes(type)) throw new FakeFault('badRequest', `Invalid network type '${type}'.`)
      if (!state.networkTypes.includes(type))
        throw new FakeFault('forbidden', `Cannot create network of type '${type}'.`)
      const project = state.cloud.projectFor(user, body['project'] as string | undefined).id
      const name = text(body, 'name', 128, true)
      state.cloud.quotas.charge({ user: user.id, project }, { 'cyclades.network.private': 1 })
      const id = String(state.nextId('network', 61))
      const entity = state.newEntity(user, project, body['shared_to_project'])
      const network: FakeNetwork = { ...entity, id, name, type, public: false }
      state.networks.set(id, network)
      return { network: showNetwork(state, network) }
    },
    'PUT /networks/{networkId}': async (call: FakeCall) => {
      const network = own(call, 'rename')
      touch(state, network, { name: text(member(await call.json(), 'network'), 'name', 128) })
      return { network: showNetwork(state, network) }
    },
    'DELETE /networks/{networkId}': (call: FakeCall) => {
      const network = own(call, 'delete')
      if ([...state.ports.values()].some((port) => port.network === network.id)) {
        throw new FakeFault('conflict', 'There are ports connected to this network.')
      }
      for (const subnet of state.subnets.values()) if (subnet.network === network.id) subnet.deleted = true
      touch(state, network, { deleted: true })
      state.cloud.quotas.release(
        { user: call.user.id, project: network.project ?? '' },
        { 'cyclades.network.private': 1 },
      )
    },
    'POST /networks/{networkId}/action': async (call: FakeCall) => {
      const network = own(call, 'reassign')
      const { project, shared } = reassignment(await call.json())
      const target = state.cloud.projectFor(call.user, project).id
      const from = { user: call.user.id, project: network.project ?? '' }
      state.cloud.quotas.move(from, { user: call.user.id, project: target }, { 'cyclades.network.private': 1 })
      touch(state, network, { project: target, shared })
    },
  }
}
