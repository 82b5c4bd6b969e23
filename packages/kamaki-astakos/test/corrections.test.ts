import { isTimeoutError } from '@x/core-errors'
import { startFakeServer } from '@x/core-errors/testing'
import { expect, test } from 'vitest'
import { createAstakos, createSynnefoSession, findEndpoints, isSynnefoApiError } from '../src/index.js'
import { createFakeSynnefo } from '../src/testing/index.js'
import { caught } from './support/caught.js'

const entry = (name: string, type: string, versionId: string, publicURL: string) => ({
  name,
  type,
  endpoints_links: [],
  endpoints: [
    { versionId, publicURL, region: 'default' },
    { versionId: 'v9.0', publicURL: `${publicURL}/nine`, region: 'elsewhere' },
  ],
})

test('the reason of an action on an application arrives', async () => {
  await using cloud = await createFakeSynnefo({ users: [{ email: 'root@example.org', admin: true }] })
  const astakos = createAstakos({ url: cloud.url, token: cloud.token })
  const specs = { name: 'lab.example.org', end_date: '2099-01-01T00:00:00+00:00' }
  const { id: projectId, application } = await astakos.createProject({ specs })
  await astakos.applicationAction({ projectId, appId: application, action: 'deny', reason: 'too large' })
  const sent = new TextDecoder().decode(await cloud.requests.at(-1)?.body())
  expect(JSON.parse(sent)).toEqual({ deny: { app_id: application, reason: 'too large' } })
})

test.for([400, 401, 403, 404, 405, 409, 413, 500, 502, 503])(
  "the server's message of a %i is kept, and not made of its reason phrase",
  async (status) => {
    await using cloud = await createFakeSynnefo()
    const astakos = createAstakos({ url: cloud.url, token: cloud.token, retry: false })
    await astakos.authenticate()
    const body = { someFault: { code: status, message: 'what is wrong', details: ['more', ['and more']] } }
    cloud.failNext({ status, body, match: ({ url }) => url.includes('/account/'), times: 2 })
    const error = await caught(astakos.getQuotas())
    if (!isSynnefoApiError(error)) throw error
    expect(error).toMatchObject({ status, faultName: 'someFault', description: 'what is wrong' })
    expect(error.details).toEqual(['more', 'and more'])
    expect(error.message).toBe(`getQuotas: what is wrong (someFault, HTTP ${status})`)
  },
)

test('a service on another host is asked there', async () => {
  await using account = await startFakeServer(() => Response.json({}))
  await using identity = await startFakeServer(() =>
    Response.json({
      access: { serviceCatalog: [entry('astakos_account', 'account', 'v1.0', `${account.url}/account/v1.0/`)] },
    }),
  )
  const astakos = createAstakos({ url: `${identity.url}/identity/v2.0`, token: 'the-token' })
  expect(await astakos.getQuotas()).toEqual({})
  expect(account.requests.map(({ path }) => path)).toEqual(['/account/v1.0/quotas'])
  expect(identity.requests).toHaveLength(1)
})

test('a search leaves the catalog as it is', () => {
  const catalog = [
    entry('cyclades_compute', 'compute', 'v2.0', 'https://a/compute'),
    entry('cyclades_plankton', 'image', 'v1.0', 'https://a/image'),
  ]
  const before = structuredClone(catalog)
  expect(findEndpoints(catalog, { type: 'compute', region: 'elsewhere' })).toHaveLength(1)
  expect(findEndpoints(catalog, { versionId: 'v9.0' })).toHaveLength(2)
  expect(findEndpoints(catalog, { type: 'compute', versionId: 'v1.0' })).toEqual([])
  expect(catalog).toEqual(before)
})

test('a server that does not answer is given up, and a redirect is no answer', async () => {
  await using cloud = await createFakeSynnefo()
  const session = createSynnefoSession({ url: cloud.url, token: cloud.token, timeoutMs: 50, retry: false })
  cloud.failNext({ hang: true })
  expect(isTimeoutError(await caught(session.user()))).toBe(true)
  cloud.failNext({ status: 302, headers: { location: '/elsewhere' } })
  cloud.clearRequests()
  expect(await caught(session.user())).toMatchObject({ status: 302 })
  expect(cloud.requests).toHaveLength(1)
})

test('a commission that may have arrived is not issued again', async () => {
  await using cloud = await createFakeSynnefo({ users: [{ email: 'service@example.org', service: true }] })
  const astakos = createAstakos({ url: cloud.url, token: cloud.token, retry: { delayMs: () => 0 } })
  await astakos.authenticate()
  cloud.clearRequests()
  cloud.failNext({ status: 503, match: ({ url }) => url.includes('/commissions') })
  const provisions = [{ project: cloud.user.id, resource: 'cyclades.vm', quantity: 1 }]
  expect(await caught(astakos.issueOneCommission({ holder: cloud.user.id, provisions }))).toMatchObject({ status: 503 })
  expect(cloud.requests).toHaveLength(1)
})

test('headers of one call are not those of the next', async () => {
  await using cloud = await createFakeSynnefo()
  const astakos = createAstakos({ url: cloud.url, token: cloud.token })
  const options = { headers: { 'x-once': '1' } }
  await Promise.all([astakos.getQuotas(options), astakos.getResources()])
  await astakos.getQuotas()
  const seen = cloud.requests.filter(({ path }) => /quotas|resources/.test(path))
  const told = seen.map(({ path, headers }) => `${path.split('/').at(-1)} ${headers.get('x-once') ?? ''}`)
  expect(told.sort()).toEqual(['quotas ', 'quotas 1', 'resources '])
})
