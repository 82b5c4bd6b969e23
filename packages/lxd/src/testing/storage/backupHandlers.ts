import { bytesAnswer } from '../protocol/bytesAnswer.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { goTime, zeroTime } from '../protocol/goTime.js'
import { pathOf } from '../protocol/pathOf.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolumeBackup } from '../state/FakeVolume.js'
import { encodeBackup } from './encodeBackup.js'
import { type FoundVolume, findVolume } from './findVolume.js'
import { nextName } from './nextName.js'

const algorithms = ['bzip2', 'gzip', 'lz4', 'lzma', 'none', 'squashfs', 'xz', 'zstd', '']

/** Backups of volumes. */
export function backupHandlers(state: FakeState): FakeHandlers {
  const find = (call: FakeCall): FoundVolume & { backup: FakeVolumeBackup } => {
    const found = findVolume(state, call)
    const backup = found.volume.backups.find(({ name }) => name === call.names['backupName'])
    if (backup === undefined) throw new FakeFault(404, 'Storage volume backup not found')
    return { ...found, backup }
  }
  const changed = (action: string, { pool, volume }: FoundVolume, name: string, context?: Record<string, unknown>) => {
    const { project } = volume
    const source = backupPath({ pool, volume }, name)
    state.events.lifecycle(`storage-volume-backup-${action}`, { source, project, context })
  }
  return {
    storagePoolVolumesTypeBackupsGet(call) {
      const found = findVolume(state, call)
      const { backups } = found.volume
      return syncAnswer(
        backups.map((backup) => (call.recursion > 0 ? documentOf(backup) : backupPath(found, backup.name))),
      )
    },
    async storagePoolVolumesTypeBackupsPost(call) {
      const body = await call.json('StoragePoolVolumeBackupsPost')
      const expiresAt = body.time('expires_at')
      const { pool, volume } = findVolume(state, call)
      const algorithm = body.text('compression_algorithm')
      if (!algorithms.includes(algorithm)) throw new FakeFault(400, `Invalid compression algorithm "${algorithm}"`)
      const name =
        body.text('name') ||
        nextName(
          'backup',
          volume.backups.map((one) => one.name),
        )
      if (name.includes('/')) throw new FakeFault(400, 'Backup names may not contain slashes')
      const volumeOnly = body.flag('volume_only')
      const run = () => {
        if (volume.backups.some((one) => one.name === name)) {
          throw new FakeFault(400, `Create volume backup: Backup "${volume.name}/${name}" already exists`)
        }
        volume.backups.push({
          name,
          createdAt: goTime(Math.floor(state.clock.now() / 1_000) * 1_000),
          expiresAt,
          volumeOnly,
          optimized: pool.driver !== 'dir' && body.flag('optimized_storage'),
          bytes: encodeBackup(volume, volumeOnly),
        })
        changed('created', { pool, volume }, name, { type: 'custom' })
      }
      const resources = { backups: [`/1.0/backups/${name}`], storage_volumes: [`/1.0/storage_volumes/${volume.name}`] }
      const description = 'Creating custom volume backup'
      return state.operations.answer({ description, project: volume.project, resources, run })
    },
    storagePoolVolumesTypeBackupGet: (call) => syncAnswer(documentOf(find(call).backup)),
    async storagePoolVolumesTypeBackupPost(call) {
      const name = (await call.json('StoragePoolVolumeBackupPost')).text('name')
      if (name.includes('/')) throw new FakeFault(400, 'Backup names may not contain slashes')
      const { pool, volume, backup } = find(call)
      const run = () => {
        const old_name = `${volume.name}/${backup.name}`
        backup.name = name
        changed('renamed', { pool, volume }, name, { old_name })
      }
      return answer({ pool, volume }, 'Renaming custom volume backup', run)
    },
    storagePoolVolumesTypeBackupDelete(call) {
      const { pool, volume, backup } = find(call)
      const run = () => {
        volume.backups = volume.backups.filter((one) => one !== backup)
        changed('deleted', { pool, volume }, backup.name)
      }
      return answer({ pool, volume }, 'Deleting custom volume backup', run)
    },
    storagePoolVolumesTypeBackupExportGet(call) {
      const { pool, volume, backup } = find(call)
      changed('retrieved', { pool, volume }, backup.name)
      return bytesAnswer(call.request, backup.bytes, { 'content-disposition': 'inline;filename=' })
    },
  }

  function answer({ volume }: FoundVolume, description: string, run: () => void): Response {
    const resources = { volume: [`/1.0/volume/${volume.name}`] }
    return state.operations.answer({ description, project: volume.project, resources, run })
  }
}

const backupPath = ({ pool, volume }: FoundVolume, name: string): string =>
  pathOf(['storage-pools', pool.name, 'volumes', volume.type, volume.name, 'backups', name], volume.project)

const documentOf = ({ name, createdAt, expiresAt = zeroTime, volumeOnly, optimized }: FakeVolumeBackup) => ({
  name,
  created_at: createdAt,
  expires_at: expiresAt,
  volume_only: volumeOnly,
  optimized_storage: optimized,
})
