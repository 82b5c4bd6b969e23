import { effectiveProject } from '../projects/effectiveProject.js'
import { checkIfMatch } from '../protocol/checkIfMatch.js'
import { createdAnswer } from '../protocol/createdAnswer.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import { entityTag } from '../protocol/entityTag.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { pathOf } from '../protocol/pathOf.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeProfile } from '../state/FakeProfile.js'
import type { FakeState } from '../state/FakeState.js'
import { mergeConfig } from '../storage/mergeConfig.js'
import { checkInstanceConfig } from './checkInstanceConfig.js'

/** Profiles. */
export function profileHandlers(state: FakeState): FakeHandlers {
  const ownerOf = ({ project }: FakeCall) =>
    effectiveProject(state, project, 'features.profiles', `Failed loading project "${project}": Project not found`)
  const profilesOf = (call: FakeCall) => {
    const owner = ownerOf(call)
    return state.profiles.filter(({ project }) => project === owner)
  }
  const find = (call: FakeCall, text = 'Profile not found', status = 404) => {
    const profile = profilesOf(call).find(({ name }) => name === call.names['profileName'])
    if (profile === undefined) throw new FakeFault(status, text)
    return profile
  }
  const changed = (action: string, { name, project }: FakeProfile, context?: Record<string, unknown>) =>
    state.events.lifecycle(`profile-${action}`, { source: pathOf(['profiles', name], project), project, context })
  const usersOf = ({ name, project }: FakeProfile): string[] =>
    state.instances
      .filter((instance) => instance.profiles.includes(name))
      .filter((instance) => effectiveProject(state, instance.project, 'features.profiles') === project)
      .map((instance) => pathOf(['instances', instance.name], instance.project))
  const documentOf = (profile: FakeProfile) => {
    const { config, description, devices, name } = profile
    return { config, description, devices, name, used_by: usersOf(profile) }
  }
  const update = async (call: FakeCall, isPatch: boolean) => {
    const { profileName = '' } = call.names
    const profile = find(call, `Failed to retrieve profile "${profileName}": Profile not found`)
    const body = await call.json('ProfilePut')
    checkIfMatch(call.request, await etagOf(profile))
    const config = mergeConfig(isPatch ? profile.config : {}, body.map('config'))
    const devices = { ...(isPatch ? profile.devices : {}), ...body.devices() }
    checkInstanceConfig(config, devices, '', 500)
    if (!isPatch || body.has('description')) profile.description = body.text('description')
    profile.config = config
    profile.devices = devices
    changed('updated', profile)
    return doneAnswer()
  }
  return {
    profilesGet: (call) =>
      syncAnswer(
        profilesOf(call).map((profile) =>
          call.recursion > 0 ? documentOf(profile) : pathOf(['profiles', profile.name], profile.project),
        ),
      ),
    async profilesPost(call) {
      const project = ownerOf(call)
      const body = await call.json('ProfilesPost')
      const name = body.text('name')
      if (name === '') throw new FakeFault(400, 'No name provided')
      if (name.includes('/')) throw new FakeFault(400, 'Profile names may not contain slashes')
      const config = mergeConfig({}, body.map('config'))
      const devices = body.devices() ?? {}
      checkInstanceConfig(config, devices)
      if (profilesOf(call).some((one) => one.name === name)) {
        throw new FakeFault(500, `Error inserting "${name}" into database: The profile already exists`)
      }
      const profile = { project, name, description: body.text('description'), config, devices }
      state.profiles.push(profile)
      changed('created', profile)
      return createdAnswer(pathOf(['profiles', name]))
    },
    async profileGet(call) {
      const profile = find(call, 'Fetch profile: Profile not found')
      return syncAnswer(documentOf(profile), { etag: await etagOf(profile) })
    },
    profilePut: (call) => update(call, false),
    profilePatch: (call) => update(call, true),
    async profilePost(call) {
      const name = (await call.json('ProfilePost')).text('name')
      if (call.names['profileName'] === 'default') throw new FakeFault(403, 'The "default" profile cannot be renamed')
      if (name === '') throw new FakeFault(400, 'No name provided')
      if (name.includes('/')) throw new FakeFault(400, 'Profile names may not contain slashes')
      if (profilesOf(call).some((one) => one.name === name)) throw new FakeFault(500, `Name "${name}" already in use`)
      const profile = find(call, 'Query affected 0 rows instead of 1', 500)
      const context = { old_name: profile.name }
      for (const instance of state.instances) {
        if (effectiveProject(state, instance.project, 'features.profiles') !== profile.project) continue
        instance.profiles = instance.profiles.map((one) => (one === profile.name ? name : one))
      }
      profile.name = name
      changed('renamed', profile, context)
      return createdAnswer(pathOf(['profiles', name]))
    },
    profileDelete(call) {
      if (call.names['profileName'] === 'default') throw new FakeFault(403, 'The "default" profile cannot be deleted')
      const profile = find(call)
      if (usersOf(profile).length > 0) throw new FakeFault(500, 'Profile is currently in use')
      state.profiles = state.profiles.filter((one) => one !== profile)
      changed('deleted', profile)
      return doneAnswer()
    },
  }
}

const etagOf = ({ config, description, devices }: FakeProfile): Promise<string> =>
  entityTag([config, description, devices])
