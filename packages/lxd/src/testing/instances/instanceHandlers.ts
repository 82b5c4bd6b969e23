import { checkInstanceConfig } from '../profiles/checkInstanceConfig.js'
import { checkIfMatch } from '../protocol/checkIfMatch.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import { entityTag } from '../protocol/entityTag.js'
import type { FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { pathOf } from '../protocol/pathOf.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { filterDocuments } from '../storage/filterDocuments.js'
import { mergeConfig, withoutEmpty } from '../storage/mergeConfig.js'
import { createInstance } from './createInstance.js'
import { findInstance } from './findInstance.js'
import { fullInstanceDocument, instanceDocument } from './instanceDocument.js'
import { instanceResources } from './instanceResources.js'
import { moveInstance } from './moveInstance.js'
import { restoreInstance } from './restoreInstance.js'

/** Instances: listing, creating, reading, changing, renaming, deleting. */
export function instanceHandlers(state: FakeState): FakeHandlers {
  const changed = (action: string, { name, project }: FakeInstance, context?: Record<string, unknown>) => {
    const source = pathOf(['instances', name], project)
    state.events.lifecycle(`instance-${action}`, { source, project, context, requested: false })
  }
  const answer = (instance: FakeInstance, description: string, run: () => void) => {
    const { name, project } = instance
    return state.operations.answer({ description, project, resources: instanceResources(name), run })
  }
  return {
    instancesGet({ query, project, recursion }) {
      const allProjects = query.get('all-projects') === 'true'
      const write = recursion > 1 ? fullInstanceDocument : instanceDocument
      const seen = state.instances.filter((one) => allProjects || one.project === project)
      const kept = filterDocuments(seen, query.get('filter') ?? '', (one) => instanceDocument(state, one))
      return syncAnswer(
        kept.map((one) => (recursion > 0 ? write(state, one) : pathOf(['instances', one.name], one.project))),
      )
    },
    instancesPost: (call) => createInstance(state, call),
    async instanceGet(call) {
      const instance = findInstance(state, call)
      const write = call.recursion > 0 ? fullInstanceDocument : instanceDocument
      return syncAnswer(write(state, instance), { etag: await etagOf(instance) })
    },
    async instancePut(call) {
      const instance = findInstance(state, call)
      const body = await call.json('InstancePut')
      if (body.has('restore')) return restoreInstance(state, instance, body.text('restore'))
      checkIfMatch(call.request, await etagOf(instance))
      const config = withoutEmpty(body.map('config'))
      const devices = body.devices() ?? {}
      return answer(instance, 'Updating instance', () => {
        checkInstanceConfig(config, devices, 'Invalid config: ')
        checkVolatile(instance.config, config)
        Object.assign(instance, { config, devices, description: body.text('description') })
        instance.ephemeral = body.flag('ephemeral')
        instance.profiles = body.texts('profiles') ?? ['default']
        changed('updated', instance)
      })
    },
    async instancePatch(call) {
      const instance = findInstance(state, call)
      const body = await call.json('InstancePut')
      checkIfMatch(call.request, await etagOf(instance))
      const config = mergeConfig(instance.config, body.map('config'))
      const devices = { ...instance.devices, ...body.devices() }
      checkInstanceConfig(config, devices, 'Invalid config: ', 500)
      instance.config = config
      instance.devices = devices
      // A PATCH that names no description empties it. LXD 5.0.2, observed.
      instance.description = body.text('description')
      if (body.has('ephemeral')) instance.ephemeral = body.flag('ephemeral')
      instance.profiles = body.texts('profiles') ?? instance.profiles
      changed('updated', instance)
      return doneAnswer()
    },
    instancePost: async (call) => moveInstance(state, findInstance(state, call), await call.json('InstancePost')),
    instanceDelete(call) {
      const instance = findInstance(state, call)
      if (instance.status !== 'Stopped') throw new FakeFault(400, 'Instance is running')
      return answer(instance, 'Deleting instance', () => {
        removeInstance(state, instance)
        changed('deleted', instance)
      })
    },
  }
}

/** Takes an instance away, with its root. */
export function removeInstance(state: FakeState, instance: FakeInstance): void {
  state.instances = state.instances.filter((one) => one !== instance)
  for (const pool of state.pools) pool.volumes = pool.volumes.filter((volume) => volume !== instance.volume)
}

const etagOf = ({ config, devices, ephemeral, profiles }: FakeInstance): Promise<string> =>
  entityTag(['x86_64', config, devices, ephemeral, profiles])

// The server's own keys must be sent back.
function checkVolatile(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): void {
  const lost = Object.keys(before).some((key) => key.startsWith('volatile.idmap.') && after[key] === undefined)
  if (lost) throw new FakeFault(400, "Volatile idmap keys can't be deleted by the user")
}
