import type { CloudState } from '../createCloudState.js'
import { FakeFault } from '../FakeFault.js'
import type { FakeService } from '../FakeService.js'
import type { FakeUser } from '../FakeUser.js'
import { isoTime } from '../isoTime.js'
import { routes } from '../routes.js'
import { serveRoutes } from '../serveRoutes.js'

/** The identity service: tokens and the catalog of every service of the cloud. */
export function createIdentityService(state: CloudState, services: () => readonly FakeService[]): FakeService[] {
  const handle = serveRoutes(
    routes.identity,
    {
      'POST /tokens': async ({ request }) => {
        const text = await request.text()
        const serviceCatalog = services().map((service) => catalogEntry(state.origin(), service))
        if (text === '') return { access: { serviceCatalog } }
        return { access: { ...access(state, authenticate(state, text)), serviceCatalog } }
      },
      'GET /tokens/{tokenId}': ({ names, query }) => validate(state, names['tokenId'] ?? '', query.get('belongsTo')),
    },
    { base: '/identity/v2.0', userOf: state.userOf },
  )
  return [{ catalog: { name: 'astakos_identity', type: 'identity', versionId: 'v2.0', path: '/identity' }, handle }]
}

function catalogEntry(origin: string, { catalog }: FakeService): object {
  const { name, type, versionId, path, unversioned = false } = catalog
  const publicURL = `${origin}${path}${unversioned || versionId === '' ? '' : `/${versionId}`}`
  const endpoint = { versionId, publicURL, 'SNF:uiURL': `${origin}/ui`, region: 'default' }
  return { name, type, endpoints_links: [], endpoints: [endpoint] }
}

function validate(state: CloudState, id: string, scope: string | null): object {
  const temporary = state.temporaryTokens.get(id)
  state.temporaryTokens.delete(id)
  if (temporary === undefined || temporary.expires <= state.clock.now() || scope !== null) {
    throw new FakeFault('itemNotFound', 'No such token')
  }
  const { token, user } = access(state, temporary.user)
  return { access: { token: { ...token, id, expires: isoTime(temporary.expires) }, user } }
}

function authenticate(state: CloudState, text: string): FakeUser {
  const { auth } = parse(text) as {
    auth?: {
      token?: { id?: string }
      passwordCredentials?: { username?: string; password?: string }
      tenantName?: string
    }
  }
  const { username, password } = auth?.passwordCredentials ?? {}
  const token = auth?.token?.id ?? password
  if (typeof token !== 'string') throw new FakeFault('badRequest', 'Malformed request')
  const user = state.userOfToken(token)
  if (username !== undefined && username !== user.id) throw new FakeFault('unauthorized', 'Invalid token')
  if (auth?.tenantName !== undefined && auth.tenantName !== user.id) {
    throw new FakeFault('badRequest', 'Not conforming tenantName')
  }
  return user
}

function access(state: CloudState, user: FakeUser) {
  const projects = [...state.projects.values()].filter(
    ({ state, members }) => state === 'active' && members.has(user.id),
  )
  return {
    token: {
      id: user.token,
      expires: isoTime(user.tokenExpires),
      tenant: { id: user.defaultProject, name: user.name },
    },
    user: {
      id: user.id,
      name: user.name,
      roles: [{ id: '1', name: 'default' }],
      roles_links: [],
      projects: projects.map(({ id }) => id),
    },
  }
}

function parse(text: string): object {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return body
  } catch {
    // answered below
  }
  throw new FakeFault('badRequest', 'Could not decode request body as JSON')
}
