import { storagePoolVolumesTypeSnapshotDelete } from '../actions/storagePoolVolumesTypeSnapshotDelete.js'
import { storagePoolVolumesTypeSnapshotGet } from '../actions/storagePoolVolumesTypeSnapshotGet.js'
import { storagePoolVolumesTypeSnapshotPatch } from '../actions/storagePoolVolumesTypeSnapshotPatch.js'
import { storagePoolVolumesTypeSnapshotPost } from '../actions/storagePoolVolumesTypeSnapshotPost.js'
import { storagePoolVolumesTypeSnapshotPut } from '../actions/storagePoolVolumesTypeSnapshotPut.js'
import { storagePoolVolumeTypePut } from '../actions/storagePoolVolumeTypePut.js'
import { attachMethods } from '../objects/attachMethods.js'
import { copyJson } from '../objects/copyJson.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import { extendMethods } from '../objects/extendMethods.js'
import { methodPrototype } from '../objects/methodPrototype.js'
import { updatableNames } from '../objects/updatableNames.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import { settleChange } from '../operations/settleChange.js'
import type { StorageVolumeSnapshot } from '../schemas/StorageVolumeSnapshot.js'
import type { StorageVolumeSnapshotPut } from '../schemas/StorageVolumeSnapshotPut.js'
import type { LxdVolumeSnapshot, LxdVolumeSnapshotMethods } from './LxdVolumeSnapshots.js'
import { placeArguments, type VolumePlace } from './VolumePlace.js'

const prototype = methodPrototype<LxdVolumeSnapshotMethods>({
  ...updatableNames,
  rename: true,
  restore: true,
  delete: true,
})

/** Makes the object of a snapshot from what the server said about it. */
export function createVolumeSnapshot(place: VolumePlace, listed: StorageVolumeSnapshot): LxdVolumeSnapshot {
  // Lists name snapshots `volume/snapshot` and leave the content type empty; a single one is named without its volume.
  const name = listed.name.slice(listed.name.indexOf('/') + 1)
  const isComplete = listed.name === name && listed.content_type !== ''
  const data = isComplete ? listed : { ...listed, name, content_type: listed.content_type || place.contentType }
  return attachMethods(copyJson(data), prototype, (object) => snapshotMethods(place, object, data))
}

function snapshotMethods(
  place: VolumePlace,
  object: StorageVolumeSnapshot,
  data: StorageVolumeSnapshot,
): LxdVolumeSnapshotMethods {
  let snapshotName = data.name
  const here = () => ({ ...placeArguments(place), snapshotName })
  const updatable = createUpdatable<StorageVolumeSnapshot, StorageVolumeSnapshotPut>(object, data, {
    get client() {
      return place.client
    },
    read: (options) => storagePoolVolumesTypeSnapshotGet(place.client, here(), options),
    put: (body, options) => storagePoolVolumesTypeSnapshotPut(place.client, { ...body, ...here() }, options),
    patch: (body, options) => storagePoolVolumesTypeSnapshotPatch(place.client, { ...body, ...here() }, options),
    readOnly: ['name', 'config', 'content_type', 'created_at'],
  })
  return extendMethods(updatable, {
    async rename(name: string, options: LxdWaitOptions = {}) {
      const parameters = { ...here(), name }
      const post = () => storagePoolVolumesTypeSnapshotPost(place.client, parameters, options)
      await runOperation(place.client, post, options)
      snapshotName = name
      await updatable.sync(options)
    },
    async restore(options: LxdWaitOptions = {}) {
      const body = { ...placeArguments(place), restore: snapshotName }
      await settleChange(place.client, () => storagePoolVolumeTypePut(place.client, body, options), options)
    },
    async delete(options: LxdWaitOptions = {}) {
      const remove = () => storagePoolVolumesTypeSnapshotDelete(place.client, here(), options)
      await runOperation(place.client, remove, options)
    },
  })
}
