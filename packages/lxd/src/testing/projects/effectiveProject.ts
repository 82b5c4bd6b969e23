import { FakeFault } from '../protocol/FakeFault.js'
import type { FakeState } from '../state/FakeState.js'

/** What a project may have of its own instead of using what the default project has. */
export type ProjectFeature = 'features.images' | 'features.networks' | 'features.profiles' | 'features.storage.volumes'

/**
 * The project whose objects a project uses.
 *
 * @param text - What to say when there is no such project.
 * @throws {FakeFault} 404
 */
export function effectiveProject(
  state: FakeState,
  name: string,
  feature: ProjectFeature,
  text = 'Project not found',
): string {
  const project = state.projects.find((one) => one.name === name)
  if (project === undefined) throw new FakeFault(404, text)
  return project.config[feature] === 'true' ? name : 'default'
}
