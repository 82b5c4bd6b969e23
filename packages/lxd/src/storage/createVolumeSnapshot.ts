import { storagePoolVolumesTypeSnapshotDelete } from '../actions/storagePoolVolumesTypeSnapshotDelete.js'
import { storagePoolVolumesTypeSnapshotGet } from '../actions/storagePoolVolumesTypeSnapshotGet.js'
import { storagePoolVolumesTypeSnapshotPatch } from '../actions/storagePoolVolumesTypeSnapshotPatch.js'
import { storagePoolVolumesTypeSnapshotPost } from '../actions/storagePoolVolumesTypeSnapshotPost.js'
import { storagePoolVolumesTypeSnapshotPut } from '../actions/storagePoolVolumesTypeSnapshotPut.js'
import { storagePoolVolumeTypePut } from '../actions/storagePoolVolumeTypePut.js'
import { attachMethods } from '../objects/attachMethods.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import { settleChange } from '../operations/settleChange.js'
import type { StorageVolumeSnapshot } from '../schemas/StorageVolumeSnapshot.js'
import type { StorageVolumeSnapshotPut } from '../schemas/StorageVolumeSnapshotPut.js'
import type { LxdVolumeSnapshot } from './LxdVolumeSnapshots.js'
import { placeArguments, type VolumePlace } from './VolumePlace.js'

/** Makes the object of a snapshot from what the server said about it. */
export function createVolumeSnapshot(place: VolumePlace, listed: StorageVolumeSnapshot): LxdVolumeSnapshot {
  // Lists name snapshots `volume/snapshot` and leave the content type empty; a single one is named without its volume.
  let snapshotName = listed.name.slice(listed.name.indexOf('/') + 1)
  const isComplete = listed.name === snapshotName && listed.content_type !== ''
  const data = isComplete
    ? listed
    : { ...listed, name: snapshotName, content_type: listed.content_type || place.contentType }
  const object = structuredClone(data)
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
  const methods = {
    async rename(name: string, options: LxdWaitOptions = {}) {
      const parameters = { ...here(), name }
      await runOperation(
        place.client,
        () => storagePoolVolumesTypeSnapshotPost(place.client, parameters, options),
        options,
      )
      snapshotName = name
      await updatable.sync(options)
    },
    async restore(options: LxdWaitOptions = {}) {
      const body = { ...placeArguments(place), restore: snapshotName }
      await settleChange(place.client, () => storagePoolVolumeTypePut(place.client, body, options), options)
    },
    async delete(options: LxdWaitOptions = {}) {
      await runOperation(
        place.client,
        () => storagePoolVolumesTypeSnapshotDelete(place.client, here(), options),
        options,
      )
    },
  } satisfies Partial<LxdVolumeSnapshot>
  return attachMethods(attachMethods(object, updatable), methods)
}
