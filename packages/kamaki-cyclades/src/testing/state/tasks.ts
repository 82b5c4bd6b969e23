import { FakeFault } from '@x/kamaki-astakos/testing'
import type { CycladesState } from './CycladesState.js'
import type { FakeServer } from './entities.js'
import { diskCharge, existingCharge, runningCharge } from './serverQuota.js'

/**
 * Refuses what can't be done with a server now.
 *
 * @param allowed - Statuses in which it can. @default all but `BUILD` and `ERROR`
 * @throws {FakeFault} 403 when it is suspended, 409 while it is built, 400 in a wrong status or with a task under way.
 */
export function requireServer(server: FakeServer, allowed?: readonly string[]): void {
  if (server.deleted) throw new FakeFault('badRequest', 'Server has been deleted.')
  if (server.suspended) throw new FakeFault('forbidden', 'Administratively Suspended VM')
  if (server.status === 'BUILD') throw new FakeFault('buildInProgress', 'Server is being built.')
  if (server.status === 'ERROR') throw new FakeFault('badRequest', 'Server is in ERROR state.')
  if (server.task !== '')
    throw new FakeFault('badRequest', `Action is not allowed while there is pending '${server.task}' action.`)
  if (allowed !== undefined && !allowed.includes(server.status)) {
    throw new FakeFault('badRequest', `Action is not allowed in status ${server.status}.`)
  }
}

/** Puts a server to a task and into a status when that is over. */
export function runTask(
  state: CycladesState,
  server: FakeServer,
  task: string,
  { during = server.status, after }: { during?: string; after: string },
  done: () => void = () => {},
): void {
  touch(state, server, { task, status: during })
  state.later(state.timings.task, () => {
    if (server.deleted) return
    touch(state, server, { task: '', status: after })
    done()
  })
}

/** Changes a thing and notes when. */
export function touch<T extends { updated: number }>(state: CycladesState, thing: T, changes: Partial<T>): void {
  Object.assign(thing, changes, { updated: state.now() })
}

/** Takes the quota of running CPUs and RAM. @throws {FakeFault} 413 */
export function chargeRunning(state: CycladesState, server: FakeServer): void {
  if (server.running) return
  state.cloud.quotas.charge(server, runningCharge(state.flavor(server.flavor)))
  server.running = true
}

/** Gives the quota of running CPUs and RAM back. */
export function releaseRunning(state: CycladesState, server: FakeServer): void {
  if (!server.running) return
  state.cloud.quotas.release(server, runningCharge(state.flavor(server.flavor)))
  server.running = false
}

/** Deletes a server, its ports and the volumes on it, and gives its quota back. */
export function destroyServer(state: CycladesState, server: FakeServer): void {
  releaseRunning(state, server)
  state.cloud.quotas.release(server, existingCharge(state.flavor(server.flavor)))
  for (const volume of state.volumes.values()) {
    if (volume.server !== server.id || volume.deleted) continue
    touch(state, volume, { status: 'deleted', deleted: true, server: null, index: null })
    state.cloud.quotas.release(volume, diskCharge(volume.size))
  }
  for (const port of state.ports.values()) if (port.server === server.id) removePort(state, port.id)
  touch(state, server, { status: 'DELETED', task: '', deleted: true })
}

/** Removes a port; a floating IP address on it is free again. */
export function removePort(state: CycladesState, id: string): void {
  const port = state.ports.get(id)
  if (port === undefined) return
  state.ports.delete(id)
  for (const address of state.floatingIps.values()) if (address.port === id) touch(state, address, { port: null })
  if (port.address !== null && !port.floating && port.address.startsWith('203.0.113.')) {
    state.freeAddresses.push(port.address)
  }
}
