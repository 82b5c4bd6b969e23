import { imageGet } from '../actions/imageGet.js'
import { instanceGet } from '../actions/instanceGet.js'
import { instanceMetadataGet } from '../actions/instanceMetadataGet.js'
import { instancePatch } from '../actions/instancePatch.js'
import { instancePut } from '../actions/instancePut.js'
import { instanceStateGet } from '../actions/instanceStateGet.js'
import { openConsole } from '../console/openConsole.js'
import { isLxdNotFound } from '../errors/LxdApiError.js'
import { execInstance } from '../exec/execInstance.js'
import { executeDetached } from '../exec/executeDetached.js'
import { executeInstance } from '../exec/executeInstance.js'
import { createFiles } from '../files/createFiles.js'
import { createImage } from '../images/createImage.js'
import { publishInstance } from '../images/publishInstance.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import { attachMethods } from '../objects/attachMethods.js'
import { copyJson } from '../objects/copyJson.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import { extendMethods } from '../objects/extendMethods.js'
import { methodPrototype } from '../objects/methodPrototype.js'
import { updatableNames } from '../objects/updatableNames.js'
import { runOperation } from '../operations/runOperation.js'
import type { Instance } from '../schemas/Instance.js'
import type { InstancePut } from '../schemas/InstancePut.js'
import { changeInstanceState, type InstanceAction } from './changeInstanceState.js'
import { copyInstance } from './copyInstance.js'
import { createInstanceBackups } from './createInstanceBackups.js'
import { createInstanceLogs } from './createInstanceLogs.js'
import { createInstanceMetadata } from './createInstanceMetadata.js'
import { createInstanceSnapshots } from './createInstanceSnapshots.js'
import { createInstanceTemplates } from './createInstanceTemplates.js'
import { deleteInstance } from './deleteInstance.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'
import type { ChangeStateOptions, LxdInstance, LxdInstanceMethods } from './LxdInstance.js'
import { migrateInstance } from './migrateInstance.js'
import { renameInstance } from './renameInstance.js'

const prototype = methodPrototype<LxdInstanceMethods>({
  ...updatableNames,
  files: true,
  snapshots: true,
  backups: true,
  logs: true,
  templates: true,
  metadata: true,
  state: true,
  start: true,
  stop: true,
  restart: true,
  freeze: true,
  unfreeze: true,
  exec: true,
  execute: true,
  executeDetached: true,
  console: true,
  rename: true,
  copy: true,
  migrate: true,
  publish: true,
  restoreSnapshot: true,
  delete: true,
})

const readOnly = [
  'access_entitlements',
  'created_at',
  'expanded_config',
  'expanded_devices',
  'last_used_at',
  'location',
  'name',
  'project',
  'status',
  'status_code',
  'type',
]

/** Makes the object of an instance from what the server said about it. */
export const createInstance = (place: InstancePlace, data: Instance): LxdInstance =>
  attachMethods(copyJson(data), prototype, (object) => instanceMethods(place, object, data))

function instanceMethods(place: InstancePlace, object: Instance, data: Instance): LxdInstanceMethods {
  const here = () => instanceArguments(place)
  const updatable = createUpdatable<Instance, InstancePut>(object, data, {
    get client() {
      return place.client
    },
    settle: runOperation,
    read: (options) => instanceGet(place.client, here(), options),
    put: (body, options) => instancePut(place.client, { ...body, ...here() }, options),
    patch: (body, options) => instancePatch(place.client, { ...body, ...here() }, options),
    emptiedByPatch: ['description'],
    readOnly,
  })
  const change =
    (action: InstanceAction) =>
    async (options: ChangeStateOptions = {}) => {
      const { force, stateful, shutdownTimeoutMs, ...wait } = options
      await changeInstanceState(place.client, { ...here(), action, force, stateful, shutdownTimeoutMs }, wait)
      await updatable.sync(callOptions(wait)).catch((error) => {
        // One that is ephemeral is gone when it has stopped.
        if (!object.ephemeral || !isLxdNotFound(error)) throw error
      })
    }
  const methods: Omit<LxdInstanceMethods, keyof typeof updatable> = {
    files: createFiles(place),
    snapshots: createInstanceSnapshots(place),
    backups: createInstanceBackups(place),
    logs: createInstanceLogs(place),
    templates: createInstanceTemplates(place),
    metadata: {
      async get(options = {}) {
        return createInstanceMetadata(place, await instanceMetadataGet(place.client, here(), options))
      },
    },
    state: (options) => instanceStateGet(place.client, here(), options),
    start: change('start'),
    stop: change('stop'),
    restart: change('restart'),
    freeze: change('freeze'),
    unfreeze: change('unfreeze'),
    exec: (command, settings, options) => execInstance(place.client, { ...here(), command, ...settings }, options),
    execute: (command, settings, options) =>
      executeInstance(place.client, { ...here(), command, ...settings }, options),
    executeDetached: (command, settings, options) =>
      executeDetached(place.client, { ...here(), command, ...settings }, options),
    console: (settings, options) => openConsole(place.client, { ...here(), ...settings }, options),
    async rename(name, settings = {}, options = {}) {
      await renameInstance(place, name, settings, options)
      await updatable.rollback(callOptions(options))
    },
    copy: async (name, settings = {}, options = {}) =>
      place.objectAt(await copyInstance(place, place.instanceName, name, settings, options), callOptions(options)),
    migrate: async (target, settings = {}, options = {}) =>
      place.objectAt(await migrateInstance(place, target, settings, options), callOptions(options)),
    async publish(parameters = {}, options = {}) {
      const { client, project } = place
      const fingerprint = await publishInstance(client, here(), parameters, options)
      return createImage(client, await imageGet(client, { fingerprint, project }, callOptions(options)), project)
    },
    async restoreSnapshot(restore, { stateful = false } = {}, options = {}) {
      const body = { ...here(), restore, stateful }
      await runOperation(place.client, () => instancePut(place.client, body, options), options)
      await updatable.sync(callOptions(options))
    },
    delete: ({ force = false } = {}, options = {}) => deleteInstance(place, force, options),
  }
  return extendMethods(updatable, methods)
}

const callOptions = ({ signal, timeoutMs, headers }: LxdCallOptions): LxdCallOptions => ({ signal, timeoutMs, headers })
