import { createStorageVolumes } from './createStorageVolumes.js'
import type { CopyVolumeOptions, LxdStorageVolume } from './LxdStorageVolume.js'
import { migrateVolume } from './migrateVolume.js'
import { poolClients } from './poolClients.js'
import type { VolumePlace } from './VolumePlace.js'

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
  const source = {
    type: 'copy',
    name: place.volumeName,
    pool: place.poolName,
    project: project ?? (newProject === undefined ? undefined : (client.config.project ?? 'default')),
    volume_only: volumeOnly,
    refresh,
  }
  const scope = { project: newProject ?? project, target }
  return createStorageVolumes(client, poolName).create({ name, config, description, source }, { ...wait, ...scope })
}
