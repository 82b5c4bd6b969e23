import { instanceGet } from '../actions/instanceGet.js'
import { instancesGetRecursion1 } from '../actions/instancesGetRecursion1.js'
import { instancesGetRecursion2 } from '../actions/instancesGetRecursion2.js'
import { instancesPut } from '../actions/instancesPut.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import type { Instance } from '../schemas/Instance.js'
import { serverExtensions } from '../serverExtensions.js'
import { copyDefinition } from './copyDefinition.js'
import { createInstance } from './createInstance.js'
import { createInstanceFrom } from './createInstanceFrom.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'
import { importInstance } from './importInstance.js'
import type { LxdInstance } from './LxdInstance.js'
import type { CreateInstanceDefinition, InstanceSelection, LxdInstances } from './LxdInstances.js'
import { readCopySource } from './readCopySource.js'

const scope = ['project', 'type', 'filter', 'allProjects'] as const

/** Makes the manager of instances. */
export function createInstances(client: LxdClient): LxdInstances {
  const toItem = (data: Instance, { project, allProjects }: InstanceSelection) =>
    createInstance({ client, instanceName: data.name, project: allProjects ? data.project : project, objectAt }, data)
  const instances: LxdInstances = {
    ...createCollection<Instance, LxdInstance, InstanceSelection>({
      scope,
      list: async ({ type, ...selection }, options) =>
        ofType(await instancesGetRecursion1(client, selection, options), type),
      read: (instanceName, { project }, options) => instanceGet(client, { instanceName, project }, options),
      toItem,
    }),
    async allFull({ project, type, filter, allProjects, ...options } = {}) {
      return ofType(await instancesGetRecursion2(client, { project, filter, allProjects }, options), type)
    },
    async create({ start = false, ...definition }, { project, ...options } = {}) {
      const complete = await completed(client, definition, project, options)
      const startsAtOnce = start && (await serverExtensions(client, callOptions(options))).has('instance_create_start')
      const first = { ...complete, project, ...(startsAtOnce && { start }) }
      const instance = await instances.get(await createInstanceFrom(client, first, options), {
        project,
        ...callOptions(options),
      })
      if (start && !startsAtOnce) await instance.start(options)
      return instance
    },
    async import(body, parameters, options = {}) {
      const sha256 = await importInstance(client, body, parameters, options)
      const { name, project } = parameters
      return { instance: await instances.get(name, { project, ...callOptions(options) }), sha256 }
    },
    async changeAll(action, { project, force = false, stateful, shutdownTimeoutMs = 30_000, ...options } = {}) {
      const timeout = Number.isFinite(shutdownTimeoutMs) ? Math.ceil(shutdownTimeoutMs / 1000) : -1
      const state = { action, force, stateful, timeout }
      await runOperation(client, () => instancesPut(client, { state, project }, options), options)
    },
  }
  return Object.freeze(instances)
}

const objectAt = async (place: InstancePlace, options: LxdCallOptions): Promise<LxdInstance> =>
  createInstance(place, await instanceGet(place.client, instanceArguments(place), options))

const callOptions = ({ signal, timeoutMs, headers }: LxdCallOptions): LxdCallOptions => ({ signal, timeoutMs, headers })

const ofType = <Item extends { type: string }>(items: Item[], type: string | undefined): Item[] =>
  type === undefined ? items : items.filter((item) => item.type === type)

// LXD 5.0 does not take over what a copy leaves out, and then finds no root disk.
async function completed(
  client: LxdClient,
  definition: CreateInstanceDefinition,
  project: string | undefined,
  options: LxdWaitOptions,
): Promise<CreateInstanceDefinition> {
  const { source } = definition
  if (source?.type !== 'copy' || source.source === undefined) return definition
  const original = await readCopySource(client, source.source, source.project ?? project, options)
  return { ...definition, ...copyDefinition(original, definition) }
}
