import { storagePoolVolumeTypePost } from '../actions/storagePoolVolumeTypePost.js'
import { runOperation } from '../operations/runOperation.js'
import { settleChange } from '../operations/settleChange.js'
import type { RenameVolumeOptions } from './LxdStorageVolume.js'
import { migrateVolume } from './migrateVolume.js'
import { poolClients } from './poolClients.js'
import { placeArguments, type VolumePlace } from './VolumePlace.js'

/** Renames a volume, or moves it to another pool, project or server, and corrects its place. */
export async function renameVolume(place: VolumePlace, name: string, options: RenameVolumeOptions): Promise<void> {
  const { pool = place.poolName, newProject, mode, ...wait } = options
  const { client } = place
  const other = typeof pool === 'object' ? poolClients.get(pool) : client
  const poolName = typeof pool === 'object' ? pool.name : pool
  if (other !== undefined && other !== client) {
    await migrateVolume(place, other, poolName, { ...wait, name, mode, keepSource: false })
    Object.assign(place, { client: other, poolName, volumeName: name, project: undefined, target: undefined })
    return
  }
  const moves = poolName !== place.poolName || newProject !== undefined
  // The server looks for the volume in `pool` when a project is named, so that is sent even when it stays the same.
  const destination = moves ? { pool: poolName, newProject } : {}
  const settle = moves ? runOperation : settleChange
  const parameters = { ...placeArguments(place), name, ...destination }
  await settle(client, () => storagePoolVolumeTypePost(client, parameters, wait), wait)
  Object.assign(place, { poolName, volumeName: name, project: newProject ?? place.project })
}
