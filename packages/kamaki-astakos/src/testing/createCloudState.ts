import type { Clock } from '@x/core-errors'
import type { FakeCloud } from './FakeCloud.js'
import { FakeFault } from './FakeFault.js'
import type { FakeProject, FakeProjectInput } from './FakeProject.js'
import type { FakeUser, FakeUserInput } from './FakeUser.js'
import { isoTime } from './isoTime.js'
import { QuotaLedger } from './QuotaLedger.js'

/** The shared state of a fake cloud, and what only the identity and account services may do with it. */
export interface CloudState extends FakeCloud {
  readonly users: Map<string, FakeUser>
  readonly projects: Map<string, FakeProject>
  /** What OAuth2 gave out, each good for one look. */
  readonly temporaryTokens: Map<string, { user: FakeUser; expires: number }>
  readonly addUser: (input: FakeUserInput) => FakeUser
  readonly addProject: (input: FakeProjectInput) => FakeProject
  /** The user of a token, or why there is none. @throws {FakeFault} 401 as the identity service answers it. */
  readonly userOfToken: (token: string | null) => FakeUser
}

const gibibyte = 2 ** 30
const unlimited = 2n ** 63n - 1n

// What a user has in their own project. Small enough to be used up in a test.
const ownResources = {
  'cyclades.vm': 4,
  'cyclades.cpu': 16,
  'cyclades.ram': 16 * gibibyte,
  'cyclades.disk': 200 * gibibyte,
  'cyclades.network.private': 4,
  'cyclades.floating_ip': 4,
  'cyclades.total_cpu': unlimited,
  'cyclades.total_ram': unlimited,
  'pithos.diskspace': 50 * gibibyte,
  'astakos.pending_app': 3,
}

/** Makes the state of a cloud without users. */
export function createCloudState(clock: Clock, origin: () => string): CloudState {
  const users = new Map<string, FakeUser>()
  const projects = new Map<string, FakeProject>()

  const addProject = (input: FakeProjectInput): FakeProject => {
    const { members = [], ...given } = input
    const project: FakeProject = {
      id: crypto.randomUUID(),
      state: 'active',
      owner: null,
      homepage: '',
      description: '',
      creation_date: isoTime(clock.now()),
      end_date: isoTime(clock.now() + 10 * 365 * 86_400_000),
      join_policy: 'moderated',
      leave_policy: 'auto',
      max_members: 100,
      private: false,
      system_project: false,
      resources: {},
      ...given,
      members: new Set(members),
    }
    projects.set(project.id, project)
    return project
  }

  const addUser = (input: FakeUserInput): FakeUser => {
    const id = input.id ?? crypto.randomUUID()
    const user: FakeUser = {
      name: input.email,
      token: `token-of-${input.email.replace(/\W/g, '-')}-${crypto.randomUUID().slice(0, 8)}`,
      tokenExpires: clock.now() + 30 * 86_400_000,
      defaultProject: id,
      admin: false,
      service: false,
      active: true,
      ...input,
      id,
    }
    users.set(id, user)
    if (!projects.has(id)) {
      const resources = Object.fromEntries(
        Object.entries(ownResources).map(([name, most]) => [name, { member_capacity: most, project_capacity: most }]),
      )
      addProject({
        id,
        name: `system:${id}`,
        description: `System project for user ${user.name}`,
        join_policy: 'closed',
        leave_policy: 'closed',
        max_members: 1,
        private: true,
        system_project: true,
        resources,
        members: [id],
      })
    }
    return user
  }

  const userOfToken = (token: string | null): FakeUser => {
    const user = [...users.values()].find((known) => known.token === token)
    if (token === null || token === '') throw new FakeFault('unauthorized', 'No token was given')
    if (user === undefined) throw new FakeFault('unauthorized', 'Invalid token')
    if (!user.active) throw new FakeFault('unauthorized', 'The account is not active')
    if (user.tokenExpires <= clock.now()) throw new FakeFault('unauthorized', 'The token has expired')
    return user
  }

  return {
    clock,
    origin,
    users,
    projects,
    temporaryTokens: new Map(),
    quotas: new QuotaLedger(projects),
    files: {},
    addUser,
    addProject,
    userOfToken,
    userOf: (request) => {
      const token = request.headers.get('x-auth-token')
      if (token === null) throw new FakeFault('unauthorized', 'Access denied. No authentication token')
      try {
        return userOfToken(token)
      } catch (error) {
        if (!(error instanceof FakeFault)) throw error
        throw new FakeFault('fault', 'UNAUTHORIZED', { status: 401, details: error.body() })
      }
    },
    projectFor: (user, id) => {
      const project = projects.get(id ?? user.defaultProject)
      if (project?.state === 'active' && project.members.has(user.id)) return project
      throw new FakeFault('badRequest', `The user is not a member of the project ${id ?? user.defaultProject}`)
    },
  }
}
