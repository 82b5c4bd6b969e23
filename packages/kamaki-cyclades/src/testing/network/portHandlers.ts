import { type FakeCall, FakeFault } from '@x/kamaki-astakos/testing'
import { addPort } from '../state/addPort.js'
import type { CycladesState } from '../state/CycladesState.js'
import { member, text } from '../state/requests.js'
import { removePort, requireServer, touch } from '../state/tasks.js'
import { showPort } from './showNetwork.js'

const mostPorts = 8

/** Ports. */
export function portHandlers(state: CycladesState) {
  const list = ({ user }: FakeCall) => ({
    ports: [...state.ports.values()].filter((port) => port.user === user.id).map((port) => showPort(state, port)),
  })
  return {
    'GET /ports': list,
    'GET /ports/detail': list,
    'GET /ports/{portId}': ({ user, names }: FakeCall) => ({
      port: showPort(state, state.port(user, names['portId'])),
    }),
    'POST /ports': async ({ user, json }: FakeCall) => {
      const body = member(await json(), 'port')
      const network = state.network(user, body['network_id'])
      const device = body['device_id'] ?? null
      const server = device === null ? null : state.server(user, String(device))
      if (server !== null) {
        requireServer(server)
        const count = [...state.ports.values()].filter((port) => port.server === server.id).length
        if (count >= mostPorts) throw new FakeFault('badRequest', 'Maximum ports per server limit reached')
      }
      const fixed = (body['fixed_ips'] ?? []) as { ip_address?: string }[]
      if (fixed.length > 1)
        throw new FakeFault('badRequest', "'fixed_ips' attribute must contain only one fixed IP address.")
      const port = addPort(state, user, {
        server: server?.id ?? null,
        network,
        name: text(body, 'name', 128, true),
        address: fixed[0]?.ip_address,
        groups: (body['security_groups'] ?? []) as unknown[],
        readyAfterMs: state.timings.port,
      })
      return { port: showPort(state, port) }
    },
    'PUT /ports/{portId}': async ({ user, names, json }: FakeCall) => {
      const port = state.port(user, names['portId'])
      const body = member(await json(), 'port')
      if (body['name'] !== undefined) touch(state, port, { name: text(body, 'name', 128) })
      if (Array.isArray(body['security_groups'])) touch(state, port, { groups: body['security_groups'] })
      return { port: showPort(state, port) }
    },
    'DELETE /ports/{portId}': ({ user, names }: FakeCall) => {
      const port = state.port(user, names['portId'])
      if (state.networks.get(port.network)?.public && !port.floating) {
        throw new FakeFault('forbidden', 'Cannot disconnect from public network.')
      }
      const server = port.server === null ? undefined : state.servers.get(port.server)
      if (server !== undefined) requireServer(server)
      state.later(port.server === null ? 0 : state.timings.port, () => removePort(state, port.id))
    },
  }
}
