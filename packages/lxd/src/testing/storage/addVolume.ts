import { FakeFault } from '../protocol/FakeFault.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolume } from '../state/FakeVolume.js'
import { checkVolumeConfig } from './checkConfig.js'
import { volumeSource } from './volumeDocument.js'

// The longest name of a folder, in bytes.
const longestName = 255

/** Puts a volume into a pool, and tells everybody. @throws {FakeFault} 500 when its settings or its folder can't be. */
export function addVolume(state: FakeState, pool: FakePool, volume: FakeVolume): void {
  const { project, name, config, contentType } = volume
  checkVolumeConfig(`${project}_${name}`, config)
  const folder = folderOf(state, pool, volume)
  // The server takes a name that is too long for one that exists.
  if (state.orphans.has(folder) || `${project}_${name}`.length > longestName) {
    throw new FakeFault(500, `Volume path "${folder}" already exists`)
  }
  if (pool.driver === 'btrfs' && contentType === 'filesystem' && config['size'] !== undefined) pool.hasQuotas = true
  pool.volumes.push(volume)
  const context = { type: volume.type }
  state.events.lifecycle('storage-volume-created', { source: volumeSource(pool, volume), project, context })
}

/** Where a real server would keep the files of a volume. */
export const folderOf = (state: FakeState, pool: FakePool, { project, name }: FakeVolume): string =>
  `${state.stateDirectory}/storage-pools/${pool.name}/custom/${project}_${name}`
