import { type Clock, systemClock } from '@x/core-errors'
import { type FakeServer, type FakeServerOptions, startFakeServer } from '@x/core-errors/testing'
import { createAccountServices } from './account/createAccountServices.js'
import { createCloudState } from './createCloudState.js'
import type { FakeCloud } from './FakeCloud.js'
import { FakeFault } from './FakeFault.js'
import type { FakeProject, FakeProjectInput } from './FakeProject.js'
import type { FakeService, FakeServicePlugin } from './FakeService.js'
import type { FakeUser, FakeUserInput } from './FakeUser.js'
import { createIdentityService } from './identity/createIdentityService.js'

/** How a fake cloud is made. */
export interface CreateFakeSynnefoParameters extends FakeServerOptions {
  /** @default one user, `ada@example.org` */
  users?: readonly FakeUserInput[] | undefined
  /** What each user may take in their own project, by resource; what is left out keeps its default. */
  quotas?: Readonly<Record<string, number | bigint>> | undefined
  /** Projects besides the users' own ones. */
  projects?: readonly FakeProjectInput[] | undefined
  /** Compute, network, volume and image of `@x/kamaki-cyclades/testing`, object storage of `@x/kamaki-pithos/testing`. */
  services?: readonly FakeServicePlugin[] | undefined
  /** What expiry and the states of servers go by. @default systemClock */
  clock?: Clock | undefined
}

/** A cloud in memory: Astakos and the services that joined it, behind one loopback port. */
export interface FakeSynnefo extends FakeServer {
  /** Address of the identity service, which clients take as `url`. */
  readonly url: string
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** The first user. */
  readonly user: FakeUser
  /** The first user's token. */
  readonly token: string
  /** What the services share. */
  readonly cloud: FakeCloud
  /** Adds a user and answers it. */
  addUser(input: FakeUserInput): FakeUser
  /** Adds a project and answers it. */
  addProject(input: FakeProjectInput): FakeProject
}

/**
 * Starts a cloud in memory. It answers like Synnefo 0.21: the same paths, statuses, envelopes and quotas.
 *
 * @example
 * await using cloud = await createFakeSynnefo({ services: [createFakeCyclades()] })
 * const session = createSynnefoSession({ url: cloud.url, token: cloud.token })
 */
export async function createFakeSynnefo(parameters: CreateFakeSynnefoParameters = {}): Promise<FakeSynnefo> {
  const {
    clock = systemClock,
    users = [{ email: 'ada@example.org', name: 'Ada Lovelace' }],
    projects = [],
  } = parameters
  let origin = 'http://fake.invalid'
  const state = createCloudState(clock, () => origin, parameters.quotas)
  for (const user of users) state.addUser(user)
  for (const project of projects) state.addProject(project)
  const services: FakeService[] = (parameters.services ?? []).flatMap((plugin) => plugin(state))
  services.unshift(...createAccountServices(state), ...createIdentityService(state, () => services))
  const server = await startFakeServer((request) => dispatch(services, request), parameters)
  origin = server.url
  const first = state.users.values().next().value
  if (first === undefined) throw new TypeError('a cloud needs a user')
  return {
    url: `${origin}/identity/v2.0`,
    origin,
    user: first,
    get token() {
      return first.token
    },
    cloud: state,
    addUser: state.addUser,
    addProject: state.addProject,
    fetch: server.fetch,
    requests: server.requests,
    clearRequests: server.clearRequests,
    failNext: server.failNext,
    clearFaults: server.clearFaults,
    get pendingFaults() {
      return server.pendingFaults
    },
    close: server.close,
    [Symbol.asyncDispose]: server.close,
  }
}

async function dispatch(services: readonly FakeService[], request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const below = (path: string) => pathname === path || pathname.startsWith(`${path}/`)
  const service = services.find(({ catalog, paths = [] }) => [catalog.path, ...paths].some(below))
  try {
    if (service === undefined) throw new FakeFault('badRequest', 'API endpoint not found')
    return await service.handle(request)
  } catch (error) {
    if (error instanceof FakeFault) return error.toResponse()
    throw error
  }
}
