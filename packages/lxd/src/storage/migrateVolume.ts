import { storagePoolVolumesTypePost } from '../actions/storagePoolVolumesTypePost.js'
import { storagePoolVolumeTypeDelete } from '../actions/storagePoolVolumeTypeDelete.js'
import { storagePoolVolumeTypeGet } from '../actions/storagePoolVolumeTypeGet.js'
import { storagePoolVolumeTypePost } from '../actions/storagePoolVolumeTypePost.js'
import type { LxdClient } from '../LxdClient.js'
import type { Migration } from '../migration/Migration.js'
import type { MigrationMode } from '../migration/MigrationMode.js'
import { runMigration } from '../migration/runMigration.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { settleChange } from '../operations/settleChange.js'
import { placeArguments, type VolumePlace } from './VolumePlace.js'

/** How a volume is sent to another server. */
export interface MigrateVolumeOptions extends LxdWaitOptions {
  name: string
  keepSource: boolean
  /** @default pull */
  mode?: MigrationMode | undefined
  config?: Record<string, string> | undefined
  description?: string | undefined
  volumeOnly?: boolean | undefined
  refresh?: boolean | undefined
}

/**
 * Sends a custom volume, with its snapshots, to another server. Configuration and description do not travel, so they are
 * sent along.
 *
 * @throws {LxdOperationError} when the transfer fails at every address.
 */
export async function migrateVolume(
  place: VolumePlace,
  target: LxdClient,
  poolName: string,
  options: MigrateVolumeOptions,
): Promise<void> {
  const { name, mode = 'pull', keepSource, config, description, volumeOnly, refresh, ...wait } = options
  const { client: source } = place
  const call = { signal: wait.signal, timeoutMs: wait.timeoutMs, headers: wait.headers }
  const volume = await storagePoolVolumeTypeGet(source, placeArguments(place), call)
  const own = Object.entries(volume.config).filter(([key]) => !key.startsWith('volatile.'))
  const definition = {
    poolName,
    type: 'custom',
    name,
    content_type: volume.content_type,
    config: config ?? Object.fromEntries(own),
    description: description ?? volume.description,
  }
  const departure = { ...placeArguments(place), name, migration: true, volume_only: volumeOnly }
  const arrival = { type: 'migration', volume_only: volumeOnly, refresh }
  const migration: Migration = {
    operation: 'migrateVolume',
    source,
    target,
    leave: (peer) => storagePoolVolumeTypePost(source, { ...departure, ...(peer && { migrationTarget: peer }) }, call),
    arrive: (how, peer) =>
      storagePoolVolumesTypePost(target, { ...definition, source: { ...arrival, mode: how, ...peer } }, call),
  }
  await runMigration(migration, mode, wait)
  if (keepSource) return
  await settleChange(source, () => storagePoolVolumeTypeDelete(source, placeArguments(place), call), wait)
}
