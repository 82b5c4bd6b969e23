import type { CloudState } from '../createCloudState.js'
import { FakeFault } from '../FakeFault.js'
import type { FakeProject } from '../FakeProject.js'
import type { FakeUser } from '../FakeUser.js'
import { isoTime } from '../isoTime.js'
import type { FakeCall } from '../serveRoutes.js'

type MembershipState = 'requested' | 'accepted' | 'leave_requested' | 'suspended' | 'rejected' | 'cancelled' | 'removed'

interface Membership {
  readonly id: number
  readonly user: string
  readonly project: string
  state: MembershipState
  /** When it came into each state. */
  readonly dates: Partial<Record<MembershipState, string>>
}

const actions = ['leave', 'cancel', 'accept', 'reject', 'remove'] as const
type Action = (typeof actions)[number]

/** Memberships of projects. `withdraw` ends all of one project. */
export function membershipHandlers(state: CloudState) {
  const memberships = new Map<number, Membership>()

  const enter = (membership: Membership, status: MembershipState): void => {
    membership.state = status
    membership.dates[status] = isoTime(state.clock.now())
    const { members } = projectOf(membership.project)
    const counts = status === 'accepted' || status === 'leave_requested'
    if (counts) members.add(membership.user)
    else members.delete(membership.user)
  }
  const add = (user: string, project: FakeProject, status: MembershipState): Membership => {
    const old = [...memberships.values()].find((known) => known.user === user && known.project === project.id)
    const isOpen = old !== undefined && ['requested', 'accepted', 'leave_requested', 'suspended'].includes(old.state)
    if (isOpen || project.members.has(user)) throw new FakeFault('conflict', 'There is a membership already')
    if (status === 'accepted' && project.members.size >= project.max_members) {
      throw new FakeFault('conflict', 'The project has no room for more members')
    }
    const membership = old ?? { id: memberships.size + 1, user, project: project.id, state: status, dates: {} }
    memberships.set(membership.id, membership)
    enter(membership, status)
    return membership
  }
  function projectOf(id: string): FakeProject {
    const project = state.projects.get(id)
    if (project === undefined) throw new FakeFault('itemNotFound', `Unknown project ${id}`)
    return project
  }
  const leads = (user: FakeUser, { owner }: FakeProject): boolean => user.admin || owner === user.id

  const allowed = (user: FakeUser, { state: status, user: member, project: id }: Membership): Action[] => {
    const project = projectOf(id)
    const own: Action[] = { accepted: ['leave' as const], requested: ['cancel' as const] }[status as string] ?? []
    const owners: Action[] =
      status === 'requested'
        ? ['accept', 'reject']
        : ['accepted', 'leave_requested', 'suspended'].includes(status)
          ? ['remove']
          : []
    return [...(user.id === member ? own : []), ...(leads(user, project) ? owners : [])].filter(
      (action) => project.leave_policy !== 'closed' || (action !== 'leave' && action !== 'remove'),
    )
  }
  const shown = (user: FakeUser, membership: Membership) => {
    const { dates, ...fields } = membership
    return { ...fields, allowed_actions: allowed(user, membership), ...dates }
  }
  const found = (user: FakeUser, id: string | undefined): Membership => {
    const membership = memberships.get(Number(id))
    if (membership === undefined) throw new FakeFault('itemNotFound', `Unknown membership ${id}`)
    if (membership.user !== user.id && !leads(user, projectOf(membership.project))) {
      throw new FakeFault('forbidden', 'You may not see this membership')
    }
    return membership
  }
  const outcome = (action: Action, project: FakeProject): MembershipState => {
    if (action === 'leave') return project.leave_policy === 'auto' ? 'removed' : 'leave_requested'
    return ({ cancel: 'cancelled', accept: 'accepted', reject: 'rejected', remove: 'removed' } as const)[action]
  }

  const handlers = {
    'GET /projects/memberships': ({ user, query }: FakeCall) =>
      [...memberships.values()]
        .filter(({ project }) => query.get('project') === null || project === query.get('project'))
        .filter(({ user: member, project }) => member === user.id || leads(user, projectOf(project)))
        .map((membership) => shown(user, membership)),
    'GET /projects/memberships/{membId}': ({ user, names }: FakeCall) => shown(user, found(user, names['membId'])),
    'POST /projects/memberships': async ({ user, json }: FakeCall) => {
      const { join, enroll } = (await json()) as {
        join?: { project?: string }
        enroll?: { project?: string; user?: string }
      }
      const project = projectOf(join?.project ?? enroll?.project ?? '')
      if (project.join_policy === 'closed') throw new FakeFault('conflict', 'The project takes no members')
      if (join !== undefined) {
        const status = project.join_policy === 'auto' ? 'accepted' : 'requested'
        return { id: add(user.id, project, status).id }
      }
      if (!leads(user, project)) throw new FakeFault('forbidden', 'You may not enroll members')
      const member = [...state.users.values()].find(({ email }) => email === enroll?.user)
      if (member === undefined) throw new FakeFault('conflict', `Unknown user ${enroll?.user}`)
      return { id: add(member.id, project, 'accepted').id }
    },
    'POST /projects/memberships/{membId}/action': async ({ user, names, json }: FakeCall) => {
      const membership = found(user, names['membId'])
      const keys = Object.keys(await json())
      const action = actions.find((known) => known === keys[0])
      if (action === undefined || keys.length !== 1) throw new FakeFault('badRequest', 'One known action is needed')
      if (!allowed(user, membership).includes(action)) {
        throw new FakeFault('conflict', `${action} is not possible while the membership is ${membership.state}`)
      }
      enter(membership, outcome(action, projectOf(membership.project)))
    },
  }
  const withdraw = (project: FakeProject): void => {
    for (const membership of memberships.values()) {
      if (membership.project === project.id && project.members.has(membership.user)) enter(membership, 'removed')
    }
  }
  return { handlers, withdraw }
}
