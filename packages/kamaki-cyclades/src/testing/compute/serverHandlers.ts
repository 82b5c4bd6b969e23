import { type FakeCall, FakeFault } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import { changedSince } from '../state/changedSince.js'
import { member, text } from '../state/requests.js'
import { destroyServer, touch } from '../state/tasks.js'
import { createFakeServer } from './createFakeServer.js'
import { diagnostic, showAddresses, showNic, showServer, showServerBrief, workingPorts } from './showServer.js'

/** Servers. */
export function serverHandlers(state: CycladesState) {
  const listed = ({ user, query }: FakeCall) =>
    changedSince(
      [...state.servers.values()].filter((server) => state.mayUse(user, server)),
      query,
      state.now(),
    )
  const found = ({ user, names }: FakeCall) => state.server(user, names['serverId'])
  return {
    'GET /servers': (call: FakeCall) => ({ servers: listed(call).map((server) => showServerBrief(state, server)) }),
    'GET /servers/detail': (call: FakeCall) => ({ servers: listed(call).map((server) => showServer(state, server)) }),
    'GET /servers/{serverId}': (call: FakeCall) => ({ server: showServer(state, found(call)) }),
    'POST /servers': async ({ user, json }: FakeCall) => {
      const server = createFakeServer(state, user, member(await json(), 'server'))
      return { server: { ...showServer(state, server), status: 'BUILD', adminPass: server.password } }
    },
    'PUT /servers/{serverId}': async (call: FakeCall) => {
      const server = found(call)
      if (server.deleted) throw new FakeFault('badRequest', 'Server has been deleted.')
      if (server.suspended) throw new FakeFault('forbidden', 'Administratively Suspended VM')
      touch(state, server, { name: text(member(await call.json(), 'server'), 'name', 255) })
    },
    'DELETE /servers/{serverId}': (call: FakeCall) => {
      const server = found(call)
      if (server.deleted) throw new FakeFault('badRequest', 'Server has been deleted.')
      touch(state, server, { task: 'DESTROYING' })
      state.later(state.timings.task, () => destroyServer(state, server))
    },
    'GET /servers/{serverId}/password': (call: FakeCall) => {
      const { password } = found(call)
      if (password === null) throw new FakeFault('itemNotFound', 'The password is not known.')
      return { password }
    },
    'DELETE /servers/{serverId}/password': (call: FakeCall) => {
      found(call).password = null
    },
    'GET /servers/{serverId}/diagnostics': (call: FakeCall) => {
      const server = found(call)
      return server.status === 'BUILD' ? [] : [diagnostic(server)]
    },
    'GET /servers/{serverId}/stats': (call: FakeCall) => {
      const { id } = found(call)
      const chart = (name: string) => `https://stats.example.org/${name}/snf-${id}`
      return {
        stats: {
          serverRef: id,
          refresh: 60,
          cpuBar: chart('cpu-bar'),
          cpuTimeSeries: chart('cpu-ts'),
          netBar: chart('net-bar'),
          netTimeSeries: chart('net-ts'),
        },
      }
    },
    'GET /servers/{serverId}/ips': (call: FakeCall) => {
      const server = found(call)
      changedSince([server], call.query, state.now())
      const ports = workingPorts(state, server)
      return { addresses: showAddresses(ports), attachments: ports.map(showNic) }
    },
    'GET /servers/{serverId}/ips/{networkId}': (call: FakeCall) => {
      const id = call.names['networkId'] ?? ''
      const network = showAddresses(workingPorts(state, found(call)))[id]
      if (network === undefined) throw new FakeFault('itemNotFound', 'Network not found.')
      return { network: { [id]: network } }
    },
  }
}
