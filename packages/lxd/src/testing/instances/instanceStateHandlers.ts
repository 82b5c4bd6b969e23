import { effectiveProject } from '../projects/effectiveProject.js'
import type { FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { pathOf } from '../protocol/pathOf.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { volumeOf } from '../storage/findVolume.js'
import { expandDevices } from './expandDevices.js'
import { findInstance } from './findInstance.js'
import { instanceState } from './instanceDocument.js'
import { removeInstance } from './instanceHandlers.js'

interface Action {
  /** Which instances it is done to when it is done to all. */
  applies(status: FakeInstance['status']): boolean
  description: string
  lifecycle: string
  /** What it becomes. */
  after: FakeInstance['status']
  /** Why it can't be done. */
  refusal(status: FakeInstance['status']): string | undefined
}

const when = (condition: boolean, text: string): string | undefined => (condition ? text : undefined)
const actions: Readonly<Record<string, Action>> = {
  start: {
    description: 'Starting instance',
    lifecycle: 'started',
    after: 'Running',
    applies: (status) => status === 'Stopped',
    refusal: (status) => when(status === 'Running', 'The instance is already running'),
  },
  stop: {
    description: 'Stopping instance',
    lifecycle: 'stopped',
    after: 'Stopped',
    applies: (status) => status !== 'Stopped',
    refusal: (status) => when(status === 'Stopped', 'The instance is already stopped'),
  },
  restart: {
    description: 'Restarting instance',
    lifecycle: 'restarted',
    after: 'Running',
    applies: (status) => status === 'Running',
    refusal: (status) => when(status === 'Stopped', 'The instance is already stopped'),
  },
  freeze: {
    description: 'Freezing instance',
    lifecycle: 'paused',
    after: 'Frozen',
    applies: (status) => status === 'Running',
    refusal: (status) =>
      when(status === 'Stopped', "The container isn't running") ??
      when(status === 'Frozen', 'The container is already frozen'),
  },
  unfreeze: {
    description: 'Unfreezing instance',
    lifecycle: 'resumed',
    after: 'Running',
    applies: () => false, // it does nothing to instances that are frozen. LXD 5.0.2, observed.
    refusal: (status) =>
      when(status === 'Stopped', "The container isn't running") ??
      when(status === 'Running', 'The container is already running'),
  },
}

/** The state of instances, and changing it. */
export function instanceStateHandlers(state: FakeState): FakeHandlers {
  return {
    async instancesPut(call) {
      const name = (await call.json('InstancesPut')).nested('state').text('action')
      const action = actions[name]
      if (action === undefined) throw new FakeFault(400, `Unknown action: '${name}'`)
      const { project } = call
      const affected = state.instances.filter((one) => one.project === project && action.applies(one.status))
      const paths = affected.map((instance) => `/1.0/instances/${instance.name}`)
      const run = () => {
        for (const instance of affected) change(state, instance, name, action)
      }
      const resources = { instances: paths.length === 0 ? null : paths }
      return state.operations.answer({ description: action.description, project, resources, run })
    },
    instanceStateGet: (call) => syncAnswer(instanceState(findInstance(state, call))),
    async instanceStatePut(call) {
      const body = await call.json('InstanceStatePut')
      const name = body.text('action')
      const action = actions[name]
      const instance = findInstance(state, call)
      if (action === undefined) throw new FakeFault(400, `Unknown action: '${name}'`)
      const run = () => {
        const refusal = action.refusal(instance.status)
        if (refusal !== undefined) throw new FakeFault(400, refusal)
        change(state, instance, name, action)
      }
      const resources = { instances: [`/1.0/instances/${instance.name}`] }
      return state.operations.answer({ description: action.description, project: instance.project, resources, run })
    },
  }
}

function change(state: FakeState, instance: FakeInstance, name: string, { after, lifecycle }: Action): void {
  const { project } = instance
  if (name === 'stop' || name === 'restart') {
    for (const end of instance.processes) end()
    instance.console.hangUp()
  }
  if (name === 'start' || name === 'restart') {
    instance.lastUsedAt = state.operations.now()
    delete instance.config['volatile.apply_template']
    mapVolumes(state, instance)
    const { stateDirectory } = state
    const text = `lxc.log.file = ${stateDirectory}/logs/${instance.name}/lxc.log\nlxc.log.level = warn\n`
    instance.logs.set('lxc.conf', new TextEncoder().encode(text))
    instance.pid++
  }
  instance.status = after
  const powers = { Running: 'RUNNING', Stopped: 'STOPPED', Frozen: 'RUNNING' }
  instance.config['volatile.last_state.power'] = powers[after]
  state.events.lifecycle(`instance-${lifecycle}`, { source: pathOf(['instances', instance.name], project), project })
  if (after === 'Stopped' && instance.ephemeral) removeInstance(state, instance)
}

// An unprivileged container leaves its id map in the volumes that it mounts.
function mapVolumes(state: FakeState, instance: FakeInstance): void {
  const idmap = instance.config['volatile.idmap.next']
  if (idmap === undefined) return
  instance.config['volatile.idmap.current'] = idmap
  instance.config['volatile.last_state.idmap'] = idmap
  const owner = effectiveProject(state, instance.project, 'features.storage.volumes')
  for (const { pool: poolName, source = '' } of Object.values(expandDevices(state, instance))) {
    const pool = state.pools.find(({ name }) => name === poolName)
    const volume = pool === undefined ? undefined : volumeOf(pool, owner, 'custom', source)
    if (volume !== undefined) {
      volume.config = { ...volume.config, 'volatile.idmap.last': idmap, 'volatile.idmap.next': idmap }
    }
  }
}
