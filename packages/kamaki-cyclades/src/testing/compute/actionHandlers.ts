import { type FakeCall, FakeFault, type FakeUser } from '@x/kamaki-astakos/testing'
import { addPort } from '../state/addPort.js'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakeServer } from '../state/entities.js'
import { diskCharge, existingCharge, runningCharge } from '../state/serverQuota.js'
import { chargeRunning, releaseRunning, removePort, requireServer, runTask, touch } from '../state/tasks.js'

type Argument = Record<string, unknown>
type Action = (server: FakeServer, argument: Argument, user: FakeUser) => unknown

const empty = (status: number) => new Response(null, { status })

/** Actions on servers. */
export function actionHandlers(state: CycladesState) {
  const start: Action = (server) => {
    requireServer(server, ['STOPPED'])
    chargeRunning(state, server)
    runTask(state, server, 'STARTING', { after: 'ACTIVE' })
  }
  const stop: Action = (server) => {
    requireServer(server, ['ACTIVE'])
    runTask(state, server, 'STOPPING', { after: 'STOPPED' }, () => releaseRunning(state, server))
  }
  const actions: Record<string, Action> = {
    start,
    'os-start': start,
    shutdown: stop,
    'os-stop': stop,
    reboot: (server, { type }) => {
      if (type !== 'SOFT' && type !== 'HARD') throw new FakeFault('badRequest', 'Malformed Request.')
      requireServer(server)
      chargeRunning(state, server)
      runTask(state, server, 'REBOOTING', { during: 'REBOOT', after: 'ACTIVE' })
    },
    firewallProfile: (server, { profile, nic }, user) => {
      requireServer(server)
      if (!['ENABLED', 'DISABLED', 'PROTECTED'].includes(String(profile))) {
        throw new FakeFault('badRequest', 'Unsupported firewall profile')
      }
      const port = state.port(user, nic)
      if (port.server !== server.id) throw new FakeFault('itemNotFound', 'Port not found.')
      touch(state, port, { firewall: String(profile) })
    },
    resize: (server, { flavorRef }) => {
      const flavor = state.flavor(flavorRef)
      const old = state.flavor(server.flavor)
      requireServer(server, ['STOPPED'])
      if (flavor.id === old.id) throw new FakeFault('badRequest', 'The server has this flavor already.')
      if (flavor.disk !== old.disk || flavor.volume_type !== old.volume_type) {
        throw new FakeFault('badRequest', 'Cannot change the disk or its type.')
      }
      const { 'cyclades.vm': _old, ...before } = existingCharge(old)
      const { 'cyclades.vm': _new, ...more } = existingCharge(flavor)
      state.cloud.quotas.release(server, before)
      state.cloud.quotas.charge(server, more)
      runTask(state, server, 'RESIZING', { during: 'RESIZE', after: 'STOPPED' }, () => {
        server.flavor = flavor.id
      })
    },
    reassign: (server, { project, shared_to_project: shared }, user) => {
      if (server.user !== user.id) throw new FakeFault('forbidden', 'Only the owner may reassign')
      if (server.task !== '') requireServer(server)
      const target = state.cloud.projectFor(user, String(project)).id
      const flavor = state.flavor(server.flavor)
      if (!flavor.is_public && !flavor.access.includes(target)) {
        throw new FakeFault('forbidden', "Cannot reassign VM. Target project doesn't have access to the VM's flavor.")
      }
      const root = [...state.volumes.values()].find((volume) => volume.server === server.id && volume.index === 0)
      const charge = {
        ...existingCharge(flavor),
        ...(server.running ? runningCharge(flavor) : {}),
        ...(root === undefined ? {} : diskCharge(root.size)),
      }
      state.cloud.quotas.move(server, { user: server.user, project: target }, charge)
      if (root !== undefined) touch(state, root, { project: target })
      touch(state, server, { project: target, shared: shared === undefined ? server.shared : shared === true })
      return empty(200)
    },
    console: (server, { type }) => {
      if (!['vnc', 'vnc-ws', 'vnc-wss'].includes(String(type)))
        throw new FakeFault('notImplemented', 'Unknown console type')
      requireServer(server, ['ACTIVE'])
      return Response.json({ console: { type, host: 'vnc.example.org', port: 24_242, password: 'one-time-secret' } })
    },
    'os-getVNCConsole': (server, { type }) => {
      requireServer(server, ['ACTIVE'])
      return Response.json({ console: { type, url: `https://vnc.example.org/?token=one-time-${server.id}` } })
    },
    rescue: (server) => {
      if (!state.rescueEnabled) throw new FakeFault('featureNotEnabled', 'Rescue mode is not enabled.')
      if (server.rescued) throw new FakeFault('badRequest', 'The server is in rescue mode already.')
      requireServer(server, ['STOPPED'])
      runTask(state, server, 'RESCUING', { after: 'STOPPED' }, () => {
        server.rescued = true
      })
    },
    unrescue: (server) => {
      if (!state.rescueEnabled) throw new FakeFault('featureNotEnabled', 'Rescue mode is not enabled.')
      if (!server.rescued) throw new FakeFault('badRequest', 'The server is not in rescue mode.')
      requireServer(server, ['STOPPED'])
      runTask(state, server, 'UNRESCUING', { after: 'STOPPED' }, () => {
        server.rescued = false
      })
    },
    addFloatingIp: (server, { address }, user) => {
      requireServer(server)
      const found = floatingOf(user, address)
      const network = state.network(user, found.network)
      addPort(state, user, { server: server.id, network, address: found.address, readyAfterMs: state.timings.port })
    },
    removeFloatingIp: (server, { address }, user) => {
      requireServer(server)
      const { port } = floatingOf(user, address)
      if (port === null || state.ports.get(port)?.server !== server.id) {
        throw new FakeFault('badRequest', 'The address is not of this server.')
      }
      removePort(state, port)
    },
    suspend: () => {
      throw new FakeFault('forbidden', 'Only the administrator may do this')
    },
  }
  function floatingOf(user: FakeUser, address: unknown) {
    const found = [...state.floatingIps.values()].find((item) => item.address === address && !item.deleted)
    return state.floatingIp(user, found?.id)
  }

  const mayBeNull = new Set(['start', 'os-start', 'shutdown', 'os-stop'])
  return {
    'POST /servers/{serverId}/action': async ({ user, names, json }: FakeCall) => {
      const entries = Object.entries(await json())
      const [name = '', argument] = entries[0] ?? []
      const action = actions[name]
      const server = state.server(user, names['serverId'])
      if (entries.length !== 1 || action === undefined) throw new FakeFault('badRequest', `Unknown action ${name}`)
      if (argument === null && !mayBeNull.has(name)) throw new FakeFault('internalServerError', 'Unexpected error')
      if (typeof argument !== 'object') throw new FakeFault('badRequest', 'Invalid argument')
      const answer = action(server, (argument ?? {}) as Argument, user)
      return answer instanceof Response ? answer : empty(202)
    },
  }
}
