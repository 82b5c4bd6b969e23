import { effectiveProject } from '../projects/effectiveProject.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeProfile } from '../state/FakeProfile.js'
import type { FakeState } from '../state/FakeState.js'

/** The devices of an instance with those of its profiles. */
export function expandDevices(
  state: FakeState,
  instance: Pick<FakeInstance, 'project' | 'profiles' | 'devices'>,
): Record<string, Record<string, string>> {
  return Object.assign({}, ...profilesOf(state, instance).map(({ devices }) => devices), instance.devices)
}

/** The configuration of an instance with that of its profiles. */
export function expandConfig(
  state: FakeState,
  instance: Pick<FakeInstance, 'project' | 'profiles' | 'config'>,
): Record<string, string> {
  return Object.assign({}, ...profilesOf(state, instance).map(({ config }) => config), instance.config)
}

function profilesOf(
  state: FakeState,
  { project, profiles }: Pick<FakeInstance, 'project' | 'profiles'>,
): FakeProfile[] {
  const owner = effectiveProject(state, project, 'features.profiles')
  return profiles.flatMap((name) => state.profiles.filter((one) => one.project === owner && one.name === name))
}
