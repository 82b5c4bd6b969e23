import { storagePoolVolumesTypeBackupDelete } from '../actions/storagePoolVolumesTypeBackupDelete.js'
import { storagePoolVolumesTypeBackupExportGet } from '../actions/storagePoolVolumesTypeBackupExportGet.js'
import { storagePoolVolumesTypeBackupGet } from '../actions/storagePoolVolumesTypeBackupGet.js'
import { storagePoolVolumesTypeBackupPost } from '../actions/storagePoolVolumesTypeBackupPost.js'
import { storagePoolVolumesTypeBackupsGetRecursion1 } from '../actions/storagePoolVolumesTypeBackupsGetRecursion1.js'
import { storagePoolVolumesTypeBackupsPost } from '../actions/storagePoolVolumesTypeBackupsPost.js'
import { checksummed } from '../internal/checksummed.js'
import { attachMethods } from '../objects/attachMethods.js'
import { existing } from '../objects/existing.js'
import { methodPrototype } from '../objects/methodPrototype.js'
import { replaceData } from '../objects/replaceData.js'
import { runOperation } from '../operations/runOperation.js'
import type { StoragePoolVolumeBackup } from '../schemas/StoragePoolVolumeBackup.js'
import { createWithFreeName } from './createWithFreeName.js'
import type { LxdVolumeBackup, LxdVolumeBackupMethods, LxdVolumeBackups } from './LxdVolumeBackups.js'
import { placeArguments, type VolumePlace } from './VolumePlace.js'

/** Makes the manager of a volume's backups. */
export function createVolumeBackups(place: VolumePlace): LxdVolumeBackups {
  const at = (backupName: string) => ({ ...placeArguments(place), backupName })
  const backups: LxdVolumeBackups = {
    async all(options) {
      const found = await storagePoolVolumesTypeBackupsGetRecursion1(place.client, placeArguments(place), options)
      return found.map((data) => createBackup(place, data))
    },
    async get(name, options) {
      return createBackup(place, await storagePoolVolumesTypeBackupGet(place.client, at(name), options))
    },
    exists: (name, options) => existing(storagePoolVolumesTypeBackupGet(place.client, at(name), options)),
    async create({ name: given, expiresAt, volumeOnly, optimizedStorage, compressionAlgorithm } = {}, options = {}) {
      const parameters = {
        ...placeArguments(place),
        expires_at: expiresAt instanceof Date ? expiresAt.toISOString() : expiresAt,
        volume_only: volumeOnly,
        optimized_storage: optimizedStorage,
        compression_algorithm: compressionAlgorithm,
      }
      const names = async () => (await backups.all(options)).map((backup) => backup.name)
      const name = await createWithFreeName(given, 'backup', names, (name) =>
        runOperation(
          place.client,
          () => storagePoolVolumesTypeBackupsPost(place.client, { ...parameters, name }, options),
          options,
        ),
      )
      return backups.get(name, options)
    },
  }
  return Object.freeze(backups)
}

const prototype = methodPrototype<LxdVolumeBackupMethods>({ export: true, rename: true, delete: true })

function createBackup(place: VolumePlace, listed: StoragePoolVolumeBackup): LxdVolumeBackup {
  let backupName = listed.name.slice(listed.name.indexOf('/') + 1)
  const here = () => ({ ...placeArguments(place), backupName })
  return attachMethods(
    { ...listed, name: backupName },
    prototype,
    (object): LxdVolumeBackupMethods => ({
      async export(options) {
        const download = await storagePoolVolumesTypeBackupExportGet(place.client, here(), options)
        return checksummed(download, 'storagePoolVolumesTypeBackupExportGet')
      },
      async rename(name, options = {}) {
        const post = () => storagePoolVolumesTypeBackupPost(place.client, { ...here(), name }, options)
        await runOperation(place.client, post, options)
        backupName = name
        replaceData(object, { ...object, name })
      },
      async delete(options = {}) {
        const remove = () => storagePoolVolumesTypeBackupDelete(place.client, here(), options)
        await runOperation(place.client, remove, options)
      },
    }),
  )
}
