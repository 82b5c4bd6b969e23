import { storagePoolVolumeTypeGet } from '../actions/storagePoolVolumeTypeGet.js'
import { createStorageVolumes } from './createStorageVolumes.js'
import type { CopyVolumeOptions, LxdStorageVolume } from './LxdStorageVolume.js'
import { migrateVolume } from './migrateVolume.js'
import { poolClients } from './poolClients.js'
import { placeArguments, type VolumePlace } from './VolumePlace.js'

/** Copies a volume within its server, or to a pool of another. */
export async function copyVolume(
  place: VolumePlace,
  name: string,
  options: CopyVolumeOptions,
): Promise<LxdStorageVolume> {
  const { pool = place.poolName, newProject, config, description, volumeOnly, refresh, mode, ...wait } = options
  const { client, project, target } = place
  const other = typeof pool === 'object' ? (poolClients.get(pool) ?? client) : client
  const poolName = typeof pool === 'object' ? pool.name : pool
  if (other !== client) {
    await migrateVolume(place, other, poolName, {
      ...wait,
      name,
      config,
      description,
      volumeOnly,
      refresh,
      mode,
      keepSource: true,
    })
    return createStorageVolumes(other, poolName).get('custom', name, wait)
  }
  const own = await inherited(place, options)
  const source = {
    type: 'copy',
    name: place.volumeName,
    pool: place.poolName,
    project: project ?? (newProject === undefined ? undefined : (client.config.project ?? 'default')),
    volume_only: volumeOnly,
    refresh,
  }
  const scope = { project: newProject ?? project, target }
  return createStorageVolumes(client, poolName).create({ name, ...own, source }, { ...wait, ...scope })
}

// The server inherits both or none: giving one of them would empty the other.
async function inherited(
  place: VolumePlace,
  options: CopyVolumeOptions,
): Promise<Pick<CopyVolumeOptions, 'config' | 'description'>> {
  const { config, description, signal, timeoutMs } = options
  if (config === undefined && description === undefined) return {}
  if (config !== undefined && description !== undefined) return { config, description }
  const source = await storagePoolVolumeTypeGet(place.client, placeArguments(place), { signal, timeoutMs })
  return { config: config ?? source.config, description: description ?? source.description }
}
