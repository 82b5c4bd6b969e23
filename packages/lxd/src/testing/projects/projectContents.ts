import { pathOf } from '../protocol/pathOf.js'
import type { FakeProject } from '../state/FakeProject.js'
import type { FakeState } from '../state/FakeState.js'
import { folderOf } from '../storage/addVolume.js'
import { volumePath } from '../storage/volumeDocument.js'

/** What a project holds, as paths. Profiles count when they are its own. */
export function projectUsers(state: FakeState, { name, config }: FakeProject): string[] {
  const isOwn = ({ project }: { project: string }) => project === name
  const profiles = config['features.profiles'] === 'true' ? state.profiles.filter(isOwn) : []
  return [
    ...state.instances.filter(isOwn).map((one) => pathOf(['instances', one.name], name)),
    ...profiles.map((one) => pathOf(['profiles', one.name], name)),
    ...state.images.filter(isOwn).map((one) => pathOf(['images', one.fingerprint], name)),
    ...state.pools.flatMap((pool) =>
      pool.volumes
        .filter((volume) => isOwn(volume) && volume.type === 'custom')
        .map((volume) => volumePath(pool, volume)),
    ),
  ]
}

/**
 * Whether the server takes a project for empty. It does not look for volumes when the project has its own default
 * profile and no other. LXD 5.0.2, observed.
 */
export function isEmptyProject(state: FakeState, project: FakeProject): boolean {
  const isOwn = (one: { project: string }) => one.project === project.name
  if (state.instances.some(isOwn) || state.images.some(isOwn)) return false
  const profiles = state.profiles.filter(isOwn)
  if (profiles.length > 0) return profiles.length === 1 && profiles[0]?.name === 'default'
  return projectUsers(state, project).length === 0
}

/** Deletes a project. The records of its volumes are lost, their folders stay. LXD 5.0.2, observed. */
export function forgetProject(state: FakeState, project: FakeProject): void {
  const isOther = (one: { project: string }) => one.project !== project.name
  for (const pool of state.pools) {
    for (const volume of pool.volumes) if (!isOther(volume)) state.orphans.add(folderOf(state, pool, volume))
    pool.volumes = pool.volumes.filter(isOther)
  }
  state.profiles = state.profiles.filter(isOther)
  state.projects = state.projects.filter((one) => one !== project)
}
