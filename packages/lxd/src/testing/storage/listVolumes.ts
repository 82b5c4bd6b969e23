import type { FakeCall } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolume } from '../state/FakeVolume.js'
import { filterDocuments } from './filterDocuments.js'
import { findPool } from './findPool.js'
import { checkType, volumeProject } from './findVolume.js'
import { snapshotAsVolume, volumeDocument, volumePath } from './volumeDocument.js'

/** The volumes of a pool, and their snapshots as entries of their own. */
export function listVolumes(state: FakeState, { names, query, project, recursion }: FakeCall): Response {
  const { poolName, type } = names
  if (type !== undefined) checkType(type)
  const allProjects = query.get('all-projects') === 'true'
  if (allProjects && query.has('project')) {
    throw new FakeFault(400, 'Cannot specify a project when requesting all projects')
  }
  const custom = volumeProject(state, 'custom', project, 'Project not found')
  const pool = findPool(state, poolName)
  const owners = { custom, container: project, image: 'default' }
  const isSeen = (volume: FakeVolume) => allProjects || volume.project === owners[volume.type]
  const entries = pool.volumes
    .filter((volume) => isSeen(volume) && (type === undefined || volume.type === type))
    .flatMap((volume) => [
      { path: volumePath(pool, volume), read: () => volumeDocument(state, pool, volume) },
      ...volume.snapshots.map((snapshot) => ({
        path: volumePath(pool, volume, snapshot.name),
        read: () => snapshotAsVolume(volume, snapshot),
      })),
    ])
  const kept = filterDocuments(entries, query.get('filter') ?? '', ({ read }) => read())
  return syncAnswer(kept.map(({ path, read }) => (recursion > 0 ? read() : path)))
}
