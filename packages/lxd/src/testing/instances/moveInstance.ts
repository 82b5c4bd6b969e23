import { FakeFault } from '../protocol/FakeFault.js'
import type { JsonBody } from '../protocol/JsonBody.js'
import { pathOf } from '../protocol/pathOf.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { checkInstanceName } from './checkInstanceName.js'
import { expandDevices } from './expandDevices.js'
import { instanceResources } from './instanceResources.js'

/** Renames an instance, or moves it to another pool or project, in an operation. */
export function moveInstance(state: FakeState, instance: FakeInstance, body: JsonBody): Response {
  const name = body.text('name')
  const pool = body.text('pool')
  const project = body.text('project')
  if (!body.flag('migration')) return rename(state, instance, name)
  if (pool === '' && project === '') throw new FakeFault(501, 'the fake does not migrate between servers')
  checkInstanceName(name)
  const run = () => {
    move(state, instance, { pool, project: project || instance.project })
    instance.name = name
    instance.volume.name = name
  }
  const resources = { instances: [`/1.0/instances/${instance.name}`] }
  return state.operations.answer({ description: 'Migrating instance', project: instance.project, resources, run })
}

function rename(state: FakeState, instance: FakeInstance, name: string): Response {
  const { project } = instance
  checkInstanceName(name)
  if (state.instances.some((one) => one.name === name && one.project === project)) {
    throw new FakeFault(409, `Name "${name}" already in use`)
  }
  const run = () => {
    if (instance.status !== 'Stopped') throw new FakeFault(400, 'Renaming of running instance not allowed')
    const old_name = instance.name
    instance.name = name
    instance.volume.name = name
    const source = pathOf(['instances', name], project)
    state.events.lifecycle('instance-renamed', { source, project, context: { old_name }, requested: false })
  }
  return state.operations.answer({
    description: 'Renaming instance',
    project,
    resources: instanceResources(instance.name),
    run,
  })
}

// What depends on where it is: the pool of its root, and the project whose it is.
function move(state: FakeState, instance: FakeInstance, to: { pool: string; project: string }): void {
  const failed = 'Failed creating instance record: '
  if (instance.status !== 'Stopped') throw new FakeFault(400, 'Instance must be stopped to be moved statelessly')
  if (!state.projects.some(({ name }) => name === to.project)) throw new FakeFault(400, `${failed}Project not found`)
  if (to.pool !== '') {
    const pool = state.pools.find(({ name }) => name === to.pool)
    if (pool === undefined) {
      throw new FakeFault(
        400,
        `${failed}Failed initialising instance: Failed loading storage pool: Storage pool not found`,
      )
    }
    const devices = expandDevices(state, instance)
    const [rootName = 'root', root] = Object.entries(devices).find(([, { path }]) => path === '/') ?? []
    for (const one of state.pools) one.volumes = one.volumes.filter((volume) => volume !== instance.volume)
    pool.volumes.push(instance.volume)
    instance.pool = pool.name
    instance.devices = { ...instance.devices, [rootName]: { ...root, pool: pool.name } }
  }
  instance.project = to.project
  instance.volume.project = to.project
}
