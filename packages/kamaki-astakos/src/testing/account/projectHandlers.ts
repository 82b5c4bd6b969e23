import type { CloudState } from '../createCloudState.js'
import { FakeFault } from '../FakeFault.js'
import type { FakeProject } from '../FakeProject.js'
import type { FakeUser } from '../FakeUser.js'
import type { FakeCall } from '../serveRoutes.js'
import { type FakeApplication, newApplication } from './newApplication.js'
import { requireAdmin } from './requireRole.js'

const states = ['uninitialized', 'active', 'suspended', 'terminated', 'deleted']
const modes = ['default', 'member', 'related', 'active']
const projectActions: Record<string, { from: string[]; to: FakeProject['state'] }> = {
  suspend: { from: ['active'], to: 'suspended' },
  unsuspend: { from: ['suspended'], to: 'active' },
  terminate: { from: ['active', 'suspended'], to: 'terminated' },
  reinstate: { from: ['terminated'], to: 'active' },
}
const applicationActions: Record<string, { admin: boolean; from: string; to: FakeApplication['state'] }> = {
  approve: { admin: true, from: 'pending', to: 'approved' },
  deny: { admin: true, from: 'pending', to: 'denied' },
  cancel: { admin: false, from: 'pending', to: 'cancelled' },
  dismiss: { admin: false, from: 'denied', to: 'dismissed' },
}

/** Projects and applications for them. */
export function projectHandlers(state: CloudState, withdraw: (project: FakeProject) => void) {
  const applications = new Map<string, FakeApplication>()
  let lastApplication = 0

  const visible = (user: FakeUser, { owner, members, private: hidden, state: status }: FakeProject): boolean =>
    user.admin || owner === user.id || members.has(user.id) || (!hidden && status === 'active')
  const projectOf = (user: FakeUser, id: string | undefined): FakeProject => {
    const project = state.projects.get(id ?? '')
    if (project === undefined) throw new FakeFault('itemNotFound', `Unknown project ${id}`)
    if (!visible(user, project)) throw new FakeFault('forbidden', 'You may not see this project')
    return project
  }
  const shown = (user: FakeUser, project: FakeProject) => {
    const { members: _, ...fields } = project
    const last = applications.get(project.id)
    return last !== undefined && (user.admin || project.owner === user.id)
      ? { ...fields, last_application: last.shown }
      : fields
  }
  const apply = (user: FakeUser, project: FakeProject, specs: Record<string, unknown>) => {
    const previous = applications.get(project.id)
    if (previous?.state === 'pending') previous.state = 'replaced'
    applications.set(project.id, newApplication(++lastApplication, user.id, specs))
    return { id: project.id, application: lastApplication }
  }
  const decide = (user: FakeUser, project: FakeProject, action: string, details: Record<string, unknown>): void => {
    const rule = applicationActions[action]
    const application = applications.get(project.id)
    if (rule === undefined || application === undefined || String(details['app_id']) !== String(application.id)) {
      throw new FakeFault('itemNotFound', 'There is no such application')
    }
    if (rule.admin) requireAdmin(user)
    else if (application.applicant !== user.id && !user.admin) throw new FakeFault('forbidden', 'You may not do this')
    if (application.state !== rule.from) throw new FakeFault('conflict', `The application is ${application.state}`)
    application.state = rule.to
    if (action !== 'approve') return
    Object.assign(project, application.changes, { state: 'active' })
    if (project.owner !== null) project.members.add(project.owner)
  }

  return {
    'GET /projects': ({ user, query }: FakeCall) => {
      const wanted = query.get('state')
      const mode = query.get('mode') ?? 'default'
      if (wanted !== null && !states.includes(wanted)) throw new FakeFault('badRequest', `Bad state ${wanted}`)
      if (!modes.includes(mode)) throw new FakeFault('badRequest', `Bad mode ${mode}`)
      const inMode = ({ members, owner, state: status, private: hidden }: FakeProject): boolean => {
        if (mode === 'member') return status === 'active' && members.has(user.id)
        if (mode === 'active') return status === 'active' && !hidden
        return user.admin || members.has(user.id) || owner === user.id
      }
      const matches = (key: 'name' | 'owner' | 'state', project: FakeProject) =>
        query.get(key) === null || query.get(key) === project[key]
      return [...state.projects.values()]
        .filter(
          (project) => inMode(project) && (['name', 'owner', 'state'] as const).every((key) => matches(key, project)),
        )
        .map((project) => shown(user, project))
    },
    'GET /projects/{projectId}': ({ user, names }: FakeCall) => shown(user, projectOf(user, names['projectId'])),
    'POST /projects': async ({ user, json }: FakeCall) => {
      const specs = await json()
      for (const key of ['name', 'end_date']) {
        if (typeof specs[key] !== 'string' || specs[key] === '') throw new FakeFault('badRequest', `${key} is needed`)
      }
      const { application, project } = {
        application: newApplication(lastApplication + 1, user.id, specs),
        project: state.addProject({ name: String(specs['name']), owner: user.id, state: 'uninitialized' }),
      }
      Object.assign(project, application.changes)
      return apply(user, project, specs)
    },
    'PUT /projects/{projectId}': async ({ user, names, json }: FakeCall) => {
      const project = projectOf(user, names['projectId'])
      const specs = await json()
      if (project.owner !== user.id && !user.admin) throw new FakeFault('forbidden', 'You may not change this project')
      if (project.system_project && ['owner', 'name', 'homepage', 'description'].some((key) => key in specs)) {
        throw new FakeFault('conflict', 'The project of a user keeps its owner, name, homepage and description')
      }
      return apply(user, project, specs)
    },
    'POST /projects/{projectId}/action': async ({ user, names, json }: FakeCall) => {
      const project = projectOf(user, names['projectId'])
      const [[action, details] = ['', {}], ...rest] = Object.entries(await json())
      if (rest.length > 0) throw new FakeFault('badRequest', 'One action at a time')
      const rule = projectActions[action]
      if (action in applicationActions) return decide(user, project, action, Object(details))
      if (rule === undefined) throw new FakeFault('badRequest', `Unknown action ${action}`)
      requireAdmin(user)
      if (!rule.from.includes(project.state)) throw new FakeFault('conflict', `The project is ${project.state}`)
      project.state = rule.to
      if (rule.to === 'terminated') withdraw(project)
    },
  }
}
