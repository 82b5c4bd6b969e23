import { checkIfMatch } from '../protocol/checkIfMatch.js'
import { createdAnswer } from '../protocol/createdAnswer.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import { entityTag } from '../protocol/entityTag.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { pathOf } from '../protocol/pathOf.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeProject } from '../state/FakeProject.js'
import type { FakeState } from '../state/FakeState.js'
import { withoutEmpty } from '../storage/mergeConfig.js'
import { checkProjectConfig } from './checkProjectConfig.js'
import { forgetProject, isEmptyProject, projectUsers } from './projectContents.js'
import { projectState } from './projectState.js'

// What a project has of its own when it does not say; networks are not among it. LXD 5.0.2, observed.
const defaultFeatures = ['features.images', 'features.profiles', 'features.storage.volumes']

/** Projects. */
export function projectHandlers(state: FakeState): FakeHandlers {
  const find = ({ names }: FakeCall, text = 'Project not found') => {
    const project = state.projects.find(({ name }) => name === names['projectName'])
    if (project === undefined) throw new FakeFault(404, text)
    return project
  }
  const fetch = (call: FakeCall) => find(call, `Fetch project "${call.names['projectName']}": Project not found`)
  const documentOf = (project: FakeProject) => {
    const { config, description, name } = project
    return { config, description, name, used_by: projectUsers(state, project) }
  }
  const update = async (call: FakeCall, isPatch: boolean) => {
    const project = find(call)
    const body = await call.json('ProjectPut')
    checkIfMatch(call.request, await etagOf(project))
    // A PATCH replaces the whole configuration too. LXD 5.0.2, observed.
    const config = isPatch && !body.has('config') ? project.config : withoutEmpty(body.map('config'))
    const changesFeatures = features(config) !== features(project.config)
    if (changesFeatures && project.name === 'default') {
      throw new FakeFault(400, "You can't change the features of the default project")
    }
    if (changesFeatures && !isEmptyProject(state, project)) {
      throw new FakeFault(400, 'Features can only be changed on empty projects')
    }
    checkProjectConfig(config)
    project.config = config
    if (!isPatch || body.has('description')) project.description = body.text('description')
    changed('updated', project)
    return doneAnswer()
  }
  const changed = (action: string, { name }: FakeProject, context?: Record<string, unknown>) =>
    state.events.lifecycle(`project-${action}`, { source: pathOf(['projects', name]), project: name, context })
  return {
    projectsGet: ({ recursion }) =>
      syncAnswer(
        state.projects.map((project) => (recursion > 0 ? documentOf(project) : pathOf(['projects', project.name]))),
      ),
    async projectsPost(call) {
      const body = await call.json('ProjectsPost')
      const name = body.text('name')
      checkProjectName(name)
      const config = { ...defaults(), ...withoutEmpty(body.map('config')) }
      checkProjectConfig(config)
      if (state.projects.some((project) => project.name === name)) {
        const reason = 'Failed adding database record: This "projects" entry already exists'
        throw new FakeFault(409, `Failed creating project "${name}": ${reason}`)
      }
      const project = { name, description: body.text('description'), config }
      state.projects.push(project)
      if (config['features.profiles'] === 'true') {
        const description = `Default LXD profile for project ${name}`
        state.profiles.push({ project: name, name: 'default', description, config: {}, devices: {} })
      }
      changed('created', project)
      return createdAnswer(pathOf(['projects', name]))
    },
    async projectGet(call) {
      const project = find(call)
      return syncAnswer(documentOf(project), { etag: await etagOf(project) })
    },
    projectPut: (call) => update(call, false),
    projectPatch: (call) => update(call, true),
    async projectPost(call) {
      const name = (await call.json('ProjectPost')).text('name')
      if (call.names['projectName'] === 'default') throw new FakeFault(403, "The 'default' project cannot be renamed")
      const run = () => {
        const project = fetch(call)
        if (state.projects.some((one) => one.name === name)) {
          throw new FakeFault(400, `A project named "${name}" already exists`)
        }
        if (!isEmptyProject(state, project)) throw new FakeFault(400, 'Only empty projects can be renamed')
        checkProjectName(name)
        const old_name = project.name
        for (const profile of state.profiles) if (profile.project === old_name) profile.project = name
        project.name = name
        changed('renamed', project, { old_name })
      }
      return state.operations.answer({ description: 'Renaming project', project: undefined, run })
    },
    projectDelete(call) {
      if (call.names['projectName'] === 'default') throw new FakeFault(403, "The 'default' project cannot be deleted")
      const project = fetch(call)
      if (!isEmptyProject(state, project)) throw new FakeFault(500, 'Only empty projects can be removed')
      forgetProject(state, project)
      changed('deleted', project)
      return doneAnswer()
    },
    projectStateGet: (call) =>
      syncAnswer({ resources: projectState(state, find(call, 'Fetch project database object: Project not found')) }),
  }
}

const defaults = (): Record<string, string> => Object.fromEntries(defaultFeatures.map((key) => [key, 'true']))

const features = (config: Readonly<Record<string, string>>): string =>
  Object.entries(config)
    .filter(([key, value]) => key.startsWith('features.') && value === 'true')
    .map(([key]) => key)
    .sort()
    .join()

const etagOf = ({ description, config }: FakeProject): Promise<string> => entityTag([description, config])

function checkProjectName(name: string): void {
  if (name === '') throw new FakeFault(400, 'No name provided')
  if (name.includes('/')) throw new FakeFault(400, 'Project names may not contain slashes')
  if (name.includes(' ')) throw new FakeFault(400, 'Project names may not contain spaces')
}
