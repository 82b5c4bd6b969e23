import { pathOf } from '../protocol/pathOf.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'

/** What uses a pool, of every project, as paths; but for cached images. */
export function poolUsers(state: FakeState, pool: FakePool): string[] {
  const instances = state.instances
    .filter((instance) => instance.pool === pool.name)
    .flatMap(({ name, project, snapshots }) => [
      pathOf(['instances', name], project),
      ...snapshots.map((snapshot) => pathOf(['instances', name, 'snapshots', snapshot.name], project)),
    ])
  const profiles = state.profiles
    .filter(({ devices }) => Object.values(devices).some((device) => device['pool'] === pool.name))
    .map(({ name, project }) => pathOf(['profiles', name], project))
  const volumes = pool.volumes
    .filter(({ type }) => type === 'custom')
    .flatMap(({ name, project, snapshots }) => {
      const place = ['storage-pools', pool.name, 'volumes', 'custom', name]
      return [
        pathOf(place, project),
        ...snapshots.map((snapshot) => pathOf([...place, 'snapshots', snapshot.name], project)),
      ]
    })
  return [...instances, ...profiles, ...volumes]
}

/** The images that a pool keeps for instances to come, as paths. They don't keep it from being deleted. */
export const cachedImages = (pool: FakePool): string[] =>
  pool.volumes.filter(({ type }) => type === 'image').map(({ name, project }) => pathOf(['images', name], project))
