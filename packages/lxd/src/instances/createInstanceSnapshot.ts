import { imageGet } from '../actions/imageGet.js'
import { instancePut } from '../actions/instancePut.js'
import { instanceSnapshotDelete } from '../actions/instanceSnapshotDelete.js'
import { instanceSnapshotGet } from '../actions/instanceSnapshotGet.js'
import { instanceSnapshotPatch } from '../actions/instanceSnapshotPatch.js'
import { instanceSnapshotPost } from '../actions/instanceSnapshotPost.js'
import { instanceSnapshotPut } from '../actions/instanceSnapshotPut.js'
import { createImage } from '../images/createImage.js'
import { type PublishParameters, publishInstance } from '../images/publishInstance.js'
import { attachMethods } from '../objects/attachMethods.js'
import { copyJson } from '../objects/copyJson.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import { extendMethods } from '../objects/extendMethods.js'
import { methodPrototype } from '../objects/methodPrototype.js'
import { updatableNames } from '../objects/updatableNames.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import type { InstanceSnapshot } from '../schemas/InstanceSnapshot.js'
import type { InstanceSnapshotPut } from '../schemas/InstanceSnapshotPut.js'
import { type CopyInstanceSettings, copyInstance } from './copyInstance.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'
import type { LxdInstanceSnapshot, LxdInstanceSnapshotMethods } from './LxdInstanceSnapshots.js'

const prototype = methodPrototype<LxdInstanceSnapshotMethods>({
  ...updatableNames,
  rename: true,
  restore: true,
  copy: true,
  publish: true,
  delete: true,
})

const readOnly = [
  'architecture',
  'config',
  'created_at',
  'devices',
  'ephemeral',
  'expanded_config',
  'expanded_devices',
  'last_used_at',
  'name',
  'profiles',
  'size',
  'stateful',
]

/** Makes the object of a snapshot from what the server said about it. */
export function createInstanceSnapshot(place: InstancePlace, listed: InstanceSnapshot): LxdInstanceSnapshot {
  // Some servers name snapshots `instance/snapshot` in lists.
  const name = listed.name.slice(listed.name.indexOf('/') + 1)
  const data = name === listed.name ? listed : { ...listed, name }
  return attachMethods(copyJson(data), prototype, (object) => snapshotMethods(place, object, data))
}

function snapshotMethods(
  place: InstancePlace,
  object: InstanceSnapshot,
  data: InstanceSnapshot,
): LxdInstanceSnapshotMethods {
  let snapshotName = data.name
  const here = () => ({ ...instanceArguments(place), snapshotName })
  const updatable = createUpdatable<InstanceSnapshot, InstanceSnapshotPut>(object, data, {
    get client() {
      return place.client
    },
    settle: runOperation,
    read: (options) => instanceSnapshotGet(place.client, here(), options),
    put: (body, options) => instanceSnapshotPut(place.client, { ...body, ...here() }, options),
    patch: (body, options) => instanceSnapshotPatch(place.client, { ...body, ...here() }, options),
    readOnly,
  })
  return extendMethods(updatable, {
    async rename(name: string, options: LxdWaitOptions = {}) {
      const parameters = { ...here(), name }
      await runOperation(place.client, () => instanceSnapshotPost(place.client, parameters, options), options)
      snapshotName = name
      await updatable.sync(options)
    },
    async restore(options: LxdWaitOptions = {}) {
      const body = { ...instanceArguments(place), restore: snapshotName, stateful: object.stateful }
      await runOperation(place.client, () => instancePut(place.client, body, options), options)
    },
    async copy(name: string, settings: CopyInstanceSettings = {}, options: LxdWaitOptions = {}) {
      const source = `${place.instanceName}/${snapshotName}`
      return place.objectAt(await copyInstance(place, source, name, settings, options), callOptions(options))
    },
    async publish(parameters: PublishParameters = {}, options: LxdWaitOptions = {}) {
      const { client, project } = place
      const fingerprint = await publishInstance(client, here(), parameters, options)
      return createImage(client, await imageGet(client, { fingerprint, project }, callOptions(options)), project)
    },
    async delete(options: LxdWaitOptions = {}) {
      await runOperation(place.client, () => instanceSnapshotDelete(place.client, here(), options), options)
    },
  })
}

const callOptions = ({ signal, timeoutMs, headers }: LxdWaitOptions) => ({ signal, timeoutMs, headers })
