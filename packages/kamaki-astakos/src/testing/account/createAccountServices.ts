import type { CloudState } from '../createCloudState.js'
import type { FakeCatalogEntry, FakeService } from '../FakeService.js'
import { routes } from '../routes.js'
import { serveRoutes } from '../serveRoutes.js'
import { catalogHandlers } from './catalogHandlers.js'
import { commissionHandlers } from './commissionHandlers.js'
import { membershipHandlers } from './membershipHandlers.js'
import { oauth2Handlers } from './oauth2Handlers.js'
import { projectHandlers } from './projectHandlers.js'
import { quotaHandlers } from './quotaHandlers.js'
import { userHandlers } from './userHandlers.js'

/** The account service with its web pages and OAuth2: quotas, commissions, projects, memberships, user catalogs. */
export function createAccountServices(state: CloudState): FakeService[] {
  const userOf = (request: Request) => state.userOfToken(request.headers.get('x-auth-token'))
  const memberships = membershipHandlers(state)
  const handlers = {
    ...catalogHandlers(state),
    ...commissionHandlers(state),
    ...memberships.handlers,
    ...projectHandlers(state, memberships.withdraw),
    ...quotaHandlers(state),
    ...userHandlers(state),
  }
  const entry = (name: string, type: string, path: string, versionId: string): FakeCatalogEntry => ({
    name,
    type,
    path,
    versionId,
  })
  return [
    {
      catalog: entry('astakos_account', 'account', '/account', 'v1.0'),
      handle: serveRoutes(routes.account, handlers, { base: '/account/v1.0', userOf }),
    },
    {
      catalog: entry('astakos_ui', 'astakos_ui', '/ui', ''),
      handle: serveRoutes(
        routes.ui,
        { 'GET /get_services': () => serviceLinks(state.origin()) },
        { base: '/ui', userOf },
      ),
    },
    {
      catalog: entry('astakos_oauth2', 'astakos_auth', '/oauth2', ''),
      handle: serveRoutes(routes.oauth2, oauth2Handlers(state), { base: '/oauth2', userOf }),
    },
  ]
}

const serviceLinks = (origin: string) => [
  { name: 'cyclades', url: `${origin}/cyclades/ui`, icon: '' },
  { name: 'pithos', url: `${origin}/pithos/ui`, icon: '' },
]
