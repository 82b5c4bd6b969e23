import { join } from 'node:path'
import { isClientError } from '@x/core-errors'
import { type FakeServer, startFakeServer } from '@x/core-errors/testing'
import { loadMethods, matchesTemplate, sampleArguments, sentText } from '@x-tooling/recorded'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { referenceCaller } from './referenceCalls.js'

// What sends nothing of its own: addresses, and look-ups in what is remembered.
const isLocal = ({ request, property }: { request: string; property: boolean }) =>
  property || /^(?:local|cache|see below)$/.test(request) || !request.includes('/')

// The base class is the session: `request` with any verb.
const methods = loadMethods(join(import.meta.dirname, 'fixtures', 'reference-methods.json')).filter(
  (method) => method.client !== 'Client' && !isLocal(method),
)

const user = '5f0c2d7e-91aa-4c1b-8a52-0d2f6e1b7c34'
let server: FakeServer
beforeAll(async () => {
  server = await startFakeServer((request) => {
    const { origin, pathname } = new URL(request.url)
    if (!pathname.endsWith('/tokens')) return Response.json({})
    const service = (name: string, type: string, versionId: string, path: string) => ({
      name,
      type,
      endpoints_links: [],
      endpoints: [{ versionId, publicURL: `${origin}${path}`, region: 'default', 'SNF:uiURL': `${origin}/ui` }],
    })
    const serviceCatalog = [
      service('astakos_account', 'account', 'v1.0', '/account/v1.0'),
      service('astakos_identity', 'identity', 'v2.0', '/identity/v2.0'),
      service('astakos_oauth2', 'astakos_auth', '', '/oauth2'),
    ]
    const token = { id: 'the-token', expires: '2050-01-01T00:00:00+00:00', tenant: { id: user, name: 'Ada' } }
    return Response.json({ access: { token, user: { id: user, name: 'Ada', roles: [] }, serviceCatalog } })
  })
})
afterAll(() => server.close())

/** Arguments that take no text of one's own choice, by the name of the parameter or of the method. */
const given: Record<string, unknown> = {
  project: undefined, // the old name of project_id
  action: 'accept',
  force: false,
  user_provisions: { "('user-7', 'project-7', 'resource-7')": 7 },
  project_provisions: { "('project-8', 'resource-8')": 8 },
}
const givenTo: Record<string, Record<string, unknown>> = {
  application_action: { action: 'deny' },
  project_action: { action: 'suspend' },
  issue_one_commission: { provisions: { "('project-7', 'resource-7')": 7 } },
  issue_resource_reassignment: { provisions: { "('from-7', 'to-7', 'resource-7')": 7 } },
  get_endpoint_url: { service_type: 'identity', version: 'v2.0' },
  get_service_endpoints: { service_type: 'identity', version: 'v2.0' },
  get_projects: { state: 'active', mode: 'member' },
  user_term: { term: 'name', key: 'name' },
  resolve_commissions: { accept_serials: [17], reject_serials: [18] },
}
// Compared with the catalog, or looked up in the answer.
const compared = new Set(['service_type', 'version', 'term', 'key'])
// Sent as HTTP Basic credentials.
const encoded = (marks: Record<string, string>) => btoa(`${marks['client_id']}:${marks['client_secret']}`)

test.for(methods.map((method) => ({ ...method, id: `${method.client}.${method.method}` })))(
  '$id sends all that it is given, where the reference sends it',
  async (reference) => {
    const { client, method, request, params } = reference
    server.clearRequests()
    const { args, marks } = sampleArguments(params, { ...given, ...givenTo[method] })
    const call = referenceCaller(
      { id: method, client, endpoint: '', token: 'the-token', exchanges: [], steps: [] },
      `${server.url}/identity/v2.0`,
    )
    // Most answers make no sense to it; what was sent is what counts.
    await call({ method, args }).catch((error: unknown) => {
      if (!isClientError(error)) throw error
    })
    const sent = (await Promise.all(server.requests.map(sentText))).join('\n')
    const found = (mark: string) => sent.includes(mark) || sent.includes(encodeURIComponent(mark))
    const lost = Object.entries(marks).filter(([name, mark]) => !compared.has(name) && !found(mark))
    const isOAuth2 = sent.includes(encoded(marks))
    expect(isOAuth2 ? lost.filter(([name]) => !name.startsWith('client_')) : lost).toEqual([])
    const [, verb = '', base = '', path = ''] = /^([A-Z]+) \{(\w+)\}(\/\S*)/.exec(request) ?? []
    const bases: Record<string, string> = { account: '/account/v1.0', identity: '/identity/v2.0' }
    const template = `${bases[base] ?? `/${base}`}${path}`
    const matching = server.requests.filter((each) => each.method === verb && matchesTemplate(template, each.path))
    expect(matching).not.toEqual([])
  },
)
