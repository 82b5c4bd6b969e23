import type { CloudState } from '../createCloudState.js'
import { FakeFault } from '../FakeFault.js'
import type { FakeService } from '../FakeService.js'
import type { FakeUser } from '../FakeUser.js'

/** The identity service: tokens and the catalog of every service of the cloud. */
export function createIdentityService(state: CloudState, services: () => readonly FakeService[]): FakeService[] {
  const handle = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname !== '/identity/v2.0/tokens') throw new FakeFault('badRequest', 'API endpoint not found')
    if (request.method !== 'POST') {
      throw new FakeFault('notAllowed', 'Method not allowed', { headers: { allow: 'POST' } })
    }
    const text = await request.text()
    const serviceCatalog = services().map((service) => catalogEntry(state.origin(), service))
    if (text === '') return Response.json({ access: { serviceCatalog } })
    const user = authenticate(state, text)
    return Response.json({ access: { ...access(state, user), serviceCatalog } })
  }
  return [{ catalog: { name: 'astakos_identity', type: 'identity', versionId: 'v2.0', path: '/identity' }, handle }]
}

function catalogEntry(origin: string, { catalog }: FakeService): object {
  const { name, type, versionId, path, unversioned = false } = catalog
  const publicURL = `${origin}${path}${unversioned || versionId === '' ? '' : `/${versionId}`}`
  const endpoint = { versionId, publicURL, 'SNF:uiURL': `${origin}/ui`, region: 'default' }
  return { name, type, endpoints_links: [], endpoints: [endpoint] }
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

function access(state: CloudState, user: FakeUser): object {
  const projects = [...state.projects.values()].filter(
    ({ state, members }) => state === 'active' && members.has(user.id),
  )
  return {
    token: {
      id: user.token,
      expires: new Date(user.tokenExpires).toISOString().replace('Z', '+00:00'),
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
