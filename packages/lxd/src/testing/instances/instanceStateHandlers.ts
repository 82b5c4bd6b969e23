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
    refusal: (status) => when(status === 'Running', 'The instance is already running'),
  },
  stop: {
    description: 'Stopping instance',
    lifecycle: 'stopped',
    after: 'Stopped',
    refusal: (status) => when(status === 'Stopped', 'The instance is already stopped'),
  },
  restart: {
    description: 'Restarting instance',
    lifecycle: 'restarted',
    after: 'Running',
    refusal: (status) => when(status === 'Stopped', 'The instance is not running'),
  },
  freeze: {
    description: 'Freezing instance',
    lifecycle: 'paused',
    after: 'Frozen',
    refusal: (status) =>
      when(status === 'Stopped', "The container isn't running") ??
      when(status === 'Frozen', 'The container is already frozen'),
  },
  unfreeze: {
    description: 'Unfreezing instance',
    lifecycle: 'resumed',
    after: 'Running',
    refusal: (status) =>
      when(status === 'Stopped', "The container isn't running") ??
      when(status === 'Running', 'The container is already running'),
  },
}

/** The state of instances, and changing it. */
export function instanceStateHandlers(state: FakeState): FakeHandlers {
  return {
    instanceStateGet: (call) => syncAnswer(instanceState(findInstance(state, call))),
    async instanceStatePut(call) {
      const body = await call.json()
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
  if (name === 'stop' || name === 'restart') for (const end of instance.processes) end()
  if (name === 'start' || name === 'restart') {
    instance.lastUsedAt = state.operations.now()
    delete instance.config['volatile.apply_template']
    mapVolumes(state, instance)
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
