import { effectiveProject } from '../projects/effectiveProject.js'
import type { FakeCall } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolume, FakeVolumeSnapshot } from '../state/FakeVolume.js'
import { findPool } from './findPool.js'

/** A volume and where it is. */
export interface FoundVolume {
  readonly pool: FakePool
  readonly volume: FakeVolume
}

const types = ['custom', 'container', 'virtual-machine', 'image']

/** The volume a pool has under a name. */
export const volumeOf = (pool: FakePool, project: string, type: string, name: string): FakeVolume | undefined =>
  pool.volumes.find((one) => one.name === name && one.type === type && one.project === project)

/** The project whose volumes a request sees. @throws {FakeFault} 404 */
export function volumeProject(
  state: FakeState,
  type: string,
  project: string,
  text = `Failed to load project "${project}": Project not found`,
): string {
  const own = effectiveProject(state, project, 'features.storage.volumes', text)
  if (type === 'image') return 'default'
  return type === 'custom' ? own : project
}

/** @throws {FakeFault} 400 */
export function checkType(type: string): void {
  if (!types.includes(type)) throw new FakeFault(400, 'Invalid storage volume type name')
}

/** The volume that a request names. @throws {FakeFault} 400 and 404 */
export function findVolume(state: FakeState, { names, project }: FakeCall): FoundVolume {
  const { poolName, type = '', volumeName = '' } = names
  checkType(type)
  const owner = volumeProject(state, type, project)
  const pool = findPool(state, poolName)
  const volume = volumeOf(pool, owner, type, volumeName)
  if (volume === undefined) throw new FakeFault(404, 'Storage pool volume not found')
  return { pool, volume }
}

/** The snapshot that a request names. @throws {FakeFault} 400 and 404 */
export function findSnapshot(state: FakeState, call: FakeCall): FoundVolume & { snapshot: FakeVolumeSnapshot } {
  const found = findVolume(state, call)
  const snapshot = found.volume.snapshots.find(({ name }) => name === call.names['snapshotName'])
  if (snapshot === undefined) throw new FakeFault(404, 'Storage pool volume not found')
  return { ...found, snapshot }
}

/** How texts of the server call a volume that is not there. */
export const noSuchVolume = (pool: FakePool, project: string, type: string, name: string): string =>
  `Storage volume "${name}" in project "${project}" of type "${type}" does not exist on pool "${pool.name}": Storage volume not found`
