import { instanceBackupDelete } from '../actions/instanceBackupDelete.js'
import { instanceBackupExport } from '../actions/instanceBackupExport.js'
import { instanceBackupGet } from '../actions/instanceBackupGet.js'
import { instanceBackupPost } from '../actions/instanceBackupPost.js'
import { instanceBackupsGetRecursion1 } from '../actions/instanceBackupsGetRecursion1.js'
import { instanceBackupsPost } from '../actions/instanceBackupsPost.js'
import { checksummed } from '../internal/checksummed.js'
import { attachMethods } from '../objects/attachMethods.js'
import { createCollection } from '../objects/createCollection.js'
import { methodPrototype } from '../objects/methodPrototype.js'
import { replaceData } from '../objects/replaceData.js'
import { runOperation } from '../operations/runOperation.js'
import type { InstanceBackup } from '../schemas/InstanceBackup.js'
import { createWithFreeName } from '../storage/createWithFreeName.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'
import type { LxdInstanceBackup, LxdInstanceBackupMethods, LxdInstanceBackups } from './LxdInstanceBackups.js'

/** Makes the manager of an instance's backups. */
export function createInstanceBackups(place: InstancePlace): LxdInstanceBackups {
  const backups: LxdInstanceBackups = {
    ...createCollection<InstanceBackup, LxdInstanceBackup>({
      scope: [],
      list: (_, options) => instanceBackupsGetRecursion1(place.client, instanceArguments(place), options),
      read: (backupName, _, options) =>
        instanceBackupGet(place.client, { ...instanceArguments(place), backupName }, options),
      toItem: (data) => createBackup(place, data),
    }),
    async create({ name: given, expiresAt, instanceOnly, optimizedStorage, compressionAlgorithm } = {}, options = {}) {
      const parameters = {
        ...instanceArguments(place),
        expires_at: expiresAt instanceof Date ? expiresAt.toISOString() : expiresAt,
        instance_only: instanceOnly,
        optimized_storage: optimizedStorage,
        compression_algorithm: compressionAlgorithm,
      }
      const names = async () => (await backups.all(options)).map((backup) => backup.name)
      const name = await createWithFreeName(given, 'backup', names, (name) =>
        runOperation(place.client, () => instanceBackupsPost(place.client, { ...parameters, name }, options), options),
      )
      return backups.get(name, options)
    },
  }
  return Object.freeze(backups)
}

const prototype = methodPrototype<LxdInstanceBackupMethods>({ export: true, rename: true, delete: true })

function createBackup(place: InstancePlace, listed: InstanceBackup): LxdInstanceBackup {
  const name = listed.name.slice(listed.name.indexOf('/') + 1)
  return attachMethods({ ...listed, name }, prototype, (object) => backupMethods(place, object))
}

function backupMethods(place: InstancePlace, object: InstanceBackup): LxdInstanceBackupMethods {
  const here = () => ({ ...instanceArguments(place), backupName: object.name })
  return {
    async export(options) {
      const download = await instanceBackupExport(place.client, here(), options)
      return checksummed(download, 'instanceBackupExport')
    },
    async rename(name, options = {}) {
      const parameters = { ...here(), name }
      await runOperation(place.client, () => instanceBackupPost(place.client, parameters, options), options)
      replaceData(object, { ...object, name })
    },
    async delete(options = {}) {
      await runOperation(place.client, () => instanceBackupDelete(place.client, here(), options), options)
    },
  }
}
