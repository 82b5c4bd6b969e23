import { storagePoolVolumeTypeDelete } from '../actions/storagePoolVolumeTypeDelete.js'
import { storagePoolVolumeTypeGet } from '../actions/storagePoolVolumeTypeGet.js'
import { storagePoolVolumeTypePatch } from '../actions/storagePoolVolumeTypePatch.js'
import { storagePoolVolumeTypePut } from '../actions/storagePoolVolumeTypePut.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import { attachMethods } from '../objects/attachMethods.js'
import { copyJson } from '../objects/copyJson.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import { extendMethods } from '../objects/extendMethods.js'
import { methodPrototype } from '../objects/methodPrototype.js'
import { updatableNames } from '../objects/updatableNames.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { settleChange } from '../operations/settleChange.js'
import type { StorageVolume } from '../schemas/StorageVolume.js'
import type { StorageVolumePut } from '../schemas/StorageVolumePut.js'
import { copyVolume } from './copyVolume.js'
import { createVolumeBackups } from './createVolumeBackups.js'
import { createVolumeSnapshots } from './createVolumeSnapshots.js'
import type {
  CopyVolumeOptions,
  LxdStorageVolume,
  LxdStorageVolumeMethods,
  RenameVolumeOptions,
} from './LxdStorageVolume.js'
import { renameVolume } from './renameVolume.js'
import { storageVolumeEtag } from './storageVolumeEtag.js'
import { placeArguments, type VolumePlace } from './VolumePlace.js'
import { volumeState } from './volumeState.js'

const prototype = methodPrototype<LxdStorageVolumeMethods>({
  ...updatableNames,
  poolName: true,
  snapshots: true,
  backups: true,
  state: true,
  rename: true,
  copy: true,
  restoreFrom: true,
  delete: true,
})

const readOnly = [
  'name',
  'type',
  'used_by',
  'location',
  'content_type',
  'project',
  'created_at',
  'pool',
  'access_entitlements',
]

/** Makes the object of a volume from what the server said about it. */
export const createStorageVolume = (place: VolumePlace, data: StorageVolume): LxdStorageVolume =>
  attachMethods(copyJson(data), prototype, (object) => volumeMethods(place, object, data))

function volumeMethods(place: VolumePlace, object: StorageVolume, data: StorageVolume): LxdStorageVolumeMethods {
  const here = () => placeArguments(place)
  const updatable = createUpdatable<StorageVolume, StorageVolumePut>(object, data, {
    get client() {
      return place.client
    },
    read: (options) => storagePoolVolumeTypeGet(place.client, here(), options),
    put: (body, options) => storagePoolVolumeTypePut(place.client, { ...body, ...here() }, options),
    patch: (body, options) => storagePoolVolumeTypePatch(place.client, { ...body, ...here() }, options),
    emptiedByPatch: ['description'],
    readOnly,
    computeEtag: storageVolumeEtag,
  })
  return extendMethods(updatable, {
    get poolName() {
      return place.poolName
    },
    snapshots: createVolumeSnapshots(place),
    backups: createVolumeBackups(place),
    state: { get: (options: LxdCallOptions = {}) => volumeState(place, options) },
    async rename(name: string, options: RenameVolumeOptions = {}) {
      await renameVolume(place, name, options)
      await updatable.rollback(options)
    },
    copy: (name: string, options: CopyVolumeOptions = {}) => copyVolume(place, name, options),
    async restoreFrom(snapshotName: string, options: LxdWaitOptions = {}) {
      const body = { restore: snapshotName, ...here() }
      await settleChange(place.client, () => storagePoolVolumeTypePut(place.client, body, options), options)
      await updatable.sync(options)
    },
    async delete(options: LxdWaitOptions = {}) {
      await settleChange(place.client, () => storagePoolVolumeTypeDelete(place.client, here(), options), options)
    },
  })
}
