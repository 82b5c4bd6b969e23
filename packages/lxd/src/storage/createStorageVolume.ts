import { storagePoolVolumeTypeDelete } from '../actions/storagePoolVolumeTypeDelete.js'
import { storagePoolVolumeTypeGet } from '../actions/storagePoolVolumeTypeGet.js'
import { storagePoolVolumeTypePatch } from '../actions/storagePoolVolumeTypePatch.js'
import { storagePoolVolumeTypePut } from '../actions/storagePoolVolumeTypePut.js'
import { attachMethods } from '../objects/attachMethods.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { settleChange } from '../operations/settleChange.js'
import type { StorageVolume } from '../schemas/StorageVolume.js'
import type { StorageVolumePut } from '../schemas/StorageVolumePut.js'
import { copyVolume } from './copyVolume.js'
import { createVolumeBackups } from './createVolumeBackups.js'
import { createVolumeSnapshots } from './createVolumeSnapshots.js'
import type { LxdStorageVolume } from './LxdStorageVolume.js'
import { renameVolume } from './renameVolume.js'
import { placeArguments, type VolumePlace } from './VolumePlace.js'
import { volumeState } from './volumeState.js'

/** Makes the object of a volume from what the server said about it. */
export function createStorageVolume(place: VolumePlace, data: StorageVolume): LxdStorageVolume {
  const object = structuredClone(data)
  const here = () => placeArguments(place)
  const updatable = createUpdatable<StorageVolume, StorageVolumePut>(object, data, {
    get client() {
      return place.client
    },
    read: (options) => storagePoolVolumeTypeGet(place.client, here(), options),
    put: (body, options) => storagePoolVolumeTypePut(place.client, { ...body, ...here() }, options),
    patch: (body, options) => storagePoolVolumeTypePatch(place.client, { ...body, ...here() }, options),
    emptiedByPatch: ['description'],
    readOnly: [
      'name',
      'type',
      'used_by',
      'location',
      'content_type',
      'project',
      'created_at',
      'pool',
      'access_entitlements',
    ],
  })
  const methods = {
    get poolName() {
      return place.poolName
    },
    snapshots: createVolumeSnapshots(place),
    backups: createVolumeBackups(place),
    state: { get: (options = {}) => volumeState(place, options) },
    async rename(name, options = {}) {
      await renameVolume(place, name, options)
      await updatable.rollback(options)
    },
    copy: (name, options = {}) => copyVolume(place, name, options),
    async restoreFrom(snapshotName: string, options: LxdWaitOptions = {}) {
      const body = { restore: snapshotName, ...here() }
      await settleChange(place.client, () => storagePoolVolumeTypePut(place.client, body, options), options)
      await updatable.sync(options)
    },
    async delete(options: LxdWaitOptions = {}) {
      await settleChange(place.client, () => storagePoolVolumeTypeDelete(place.client, here(), options), options)
    },
  } satisfies Partial<LxdStorageVolume>
  return attachMethods(attachMethods(object, updatable), methods)
}
