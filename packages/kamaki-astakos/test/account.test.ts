import { inspect } from 'node:util'
import { isProtocolError } from '@x/core-errors'
import { createManualClock } from '@x/core-errors/testing'
import { expect, test } from 'vitest'
import {
  createAstakos,
  createCachedAstakos,
  effectiveQuota,
  isSynnefoApiError,
  isUnlimited,
  isUserNotFoundError,
  unlimited,
} from '../src/index.js'
import { createFakeSynnefo } from '../src/testing/index.js'
import { caught } from './support/caught.js'

const ada = { id: '5f0c2d7e-91aa-4c1b-8a52-0d2f6e1b7c34', email: 'ada@example.org', name: 'Ada Lovelace' }
const bob = { id: 'c9b1e0a4-7712-4f0e-9d3c-6a5b4c3d2e1f', email: 'bob@example.org', name: 'Bob' }
const root = { email: 'root@example.org', admin: true }
const service = { email: 'service@example.org', service: true }
const inAYear = '2027-01-01T00:00:00+00:00'

async function start() {
  const clock = createManualClock(Date.UTC(2026, 0, 1))
  const cloud = await createFakeSynnefo({ users: [ada, bob, root, service], clock })
  const as = (email: string) => {
    const user = [...cloud.cloud.users.values()].find((known) => known.email === email)
    return createAstakos({ url: cloud.url, token: user?.token ?? '', clock, retry: false })
  }
  return { cloud, clock, as, astakos: as(ada.email), [Symbol.asyncDispose]: () => cloud.close() }
}

test('quotas keep all digits, and unlimited is exact', async () => {
  await using cloud = await start()
  const capacity = { member_capacity: unlimited, project_capacity: 2n ** 60n + 1n }
  const lab = cloud.cloud.addProject({ name: 'lab', members: [ada.id], resources: { 'pithos.diskspace': capacity } })
  const quota = (await cloud.astakos.getQuotas())[lab.id]?.['pithos.diskspace']
  expect(quota).toMatchObject({ usage: 0n, limit: 9223372036854775807n, project_limit: 1152921504606846977n })
  expect(isUnlimited(quota?.limit ?? 0n)).toBe(true)
  expect(isUnlimited(quota?.project_limit ?? 0n)).toBe(false)
})

test('what can really be taken counts what the other members took', () => {
  const quota = { usage: 1n, limit: 4n, pending: 0n, project_usage: 4n, project_limit: 5n, project_pending: 0n }
  expect(effectiveQuota(quota)).toEqual({ limit: 2n, free: 1n })
  expect(effectiveQuota({ ...quota, project_limit: 40n })).toEqual({ limit: 4n, free: 3n })
  expect(effectiveQuota({ ...quota, project_usage: 9n })).toEqual({ limit: -3n, free: 0n })
  expect(effectiveQuota({ usage: 1n, limit: 4n, pending: 0n })).toEqual({ limit: 4n, free: 3n })
})

test('a project is applied for, approved, changed, suspended and ended', async () => {
  await using cloud = await start()
  const { astakos } = cloud
  const admin = cloud.as(root.email)
  const resources = { 'cyclades.vm': { member_capacity: 2, project_capacity: 4n } }
  const specs = { name: 'lab.example.org', end_date: inAYear, resources, max_members: 2 }
  const { id: projectId, application } = await astakos.createProject({ specs })
  expect(await astakos.getProject({ projectId })).toMatchObject({
    state: 'uninitialized',
    last_application: { id: application, state: 'pending', resources: { 'cyclades.vm': { project_capacity: 4n } } },
  })
  const refused = caught(astakos.applicationAction({ projectId, appId: application, action: 'approve' }))
  expect(await refused).toMatchObject({ status: 403, faultName: 'forbidden' })
  await admin.applicationAction({ projectId, appId: application, action: 'approve', reason: 'welcome' })
  const project = await astakos.getProject({ projectId })
  expect(project).toMatchObject({ state: 'active', max_members: 2n, owner: ada.id })
  const changed = await astakos.modifyProject({ projectId, specs: { description: 'machines' } })
  await astakos.applicationAction({ projectId, appId: changed.application, action: 'cancel' })
  expect((await astakos.getProject({ projectId })).last_application?.state).toBe('cancelled')
  await admin.projectAction({ projectId, action: 'suspend' })
  expect(await caught(admin.projectAction({ projectId, action: 'suspend' }))).toMatchObject({ status: 409 })
  expect(await admin.getProjects({ state: 'suspended' })).toMatchObject([{ id: projectId }])
  await admin.projectAction({ projectId, action: 'unsuspend' })
  await admin.projectAction({ projectId, action: 'terminate', reason: 'over' })
  expect(await astakos.getProjects({ mode: 'member' })).toMatchObject([{ system_project: true }])
  await admin.projectAction({ projectId, action: 'reinstate' })
  const own = astakos.modifyProject({ projectId: ada.id, specs: { name: 'mine' } })
  expect(await caught(own)).toMatchObject({ status: 403 })
})

test('memberships: asked for, accepted, left; enrolled and removed', async () => {
  await using cloud = await start()
  const { astakos } = cloud
  const asBob = cloud.as(bob.email)
  const { id: projectId } = cloud.cloud.addProject({ name: 'lab', owner: ada.id, members: [ada.id] })
  const { id: membId } = await asBob.joinProject({ projectId })
  expect(await caught(asBob.joinProject({ projectId }))).toMatchObject({ status: 409 })
  expect(await asBob.getMembership({ membId })).toMatchObject({ state: 'requested', allowed_actions: ['cancel'] })
  expect(await astakos.getMemberships({ projectId })).toMatchObject([
    { id: membId, allowed_actions: ['accept', 'reject'] },
  ])
  await astakos.membershipAction({ membId, action: 'accept', reason: 'welcome' })
  expect((await asBob.getProjects({ mode: 'member' })).map(({ id }) => id)).toContain(projectId)
  await asBob.membershipAction({ membId, action: 'leave' })
  expect(await asBob.getMembership({ membId })).toMatchObject({ state: 'removed' })
  const enrolled = await astakos.enrollMember({ projectId, email: bob.email })
  await astakos.membershipAction({ membId: enrolled.id, action: 'remove' })
  expect(await caught(astakos.enrollMember({ projectId, email: 'nobody' }))).toMatchObject({ status: 409 })
  expect(await caught(asBob.membershipAction({ membId, action: 'accept' }))).toMatchObject({ status: 409 })
  const unknown = astakos.membershipAction({ membId, action: 'dance' as never })
  expect(await caught(unknown)).toMatchObject({ kind: 'configuration' })
})

test('commissions: issued, accepted, rejected, refused with the figures', async () => {
  await using cloud = await start()
  const services = cloud.as(service.email)
  const holder = ada.id
  const vm = (quantity: number) => [{ project: ada.id, resource: 'cyclades.vm', quantity }]
  const usage = async () => (await cloud.astakos.getQuotas())[ada.id]?.['cyclades.vm']
  const first = await services.issueOneCommission({ holder, provisions: vm(3), name: 'three' })
  expect(await usage()).toMatchObject({ usage: 3n, pending: 3n })
  expect(await services.getPendingCommissions()).toEqual([first])
  expect(await services.getCommissionInfo({ serial: first })).toMatchObject({ serial: first, name: 'three' })
  const error = await caught(services.issueOneCommission({ holder, provisions: vm(2) }))
  if (!isSynnefoApiError(error)) throw error
  expect(error.message).toBe('issueOneCommission: Virtual Machine: 2 requested, 1 available (overLimit, HTTP 413)')
  expect(error.quota).toEqual({ resource: 'cyclades.vm', label: 'Virtual Machine', available: 1n, requested: 2n })
  await services.acceptCommission({ serial: first })
  expect(await usage()).toMatchObject({ usage: 3n, pending: 0n })
  const second = await services.issueOneCommission({ holder, provisions: vm(1) })
  await services.rejectCommission({ serial: second })
  expect(await usage()).toMatchObject({ usage: 3n, pending: 0n })
  const [third, fourth] = [
    await services.issueOneCommission({ holder, provisions: vm(-1) }),
    await services.issueOneCommission({ holder, provisions: vm(-1), force: true }),
  ]
  const resolved = await services.resolveCommissions({ acceptSerials: [third, 99], rejectSerials: [fourth] })
  expect(resolved).toMatchObject({ accepted: [third], rejected: [fourth] })
  expect(resolved.failed[0]?.[0]).toBe(99)
  expect(await usage()).toMatchObject({ usage: 2n })
  expect(await caught(cloud.astakos.getPendingCommissions())).toMatchObject({ status: 401 })
  expect(await caught(services.getCommissionInfo({ serial: 99 }))).toMatchObject({ status: 404, faultName: undefined })
  const unknown = services.issueOneCommission({ holder, provisions: [{ project: 'x', resource: 'y', quantity: 1 }] })
  expect(await caught(unknown)).toMatchObject({ status: 404, faultName: 'itemNotFound' })
})

test('resources move between projects, and several users take at once', async () => {
  await using cloud = await start()
  const services = cloud.as(service.email)
  const resources = { 'cyclades.vm': { member_capacity: 5, project_capacity: 5 } }
  const lab = cloud.cloud.addProject({ name: 'lab', members: [ada.id, bob.id], resources })
  await services.issueCommissionGeneric({
    userProvisions: [ada.id, bob.id].map((user) => ({ user, project: lab.id, resource: 'cyclades.vm', quantity: 2 })),
    projectProvisions: [{ project: lab.id, resource: 'cyclades.vm', quantity: 4 }],
    autoAccept: true,
  })
  const line = async () => (await services.serviceGetProjectQuotas({ projectId: lab.id }))[lab.id]?.['cyclades.vm']
  expect(await line()).toEqual({ project_usage: 4n, project_limit: 5n, project_pending: 0n })
  const provisions = [{ fromProject: lab.id, toProject: ada.id, resource: 'cyclades.vm', quantity: 2 }]
  await services.issueResourceReassignment({ holder: ada.id, provisions, autoAccept: true })
  expect(await line()).toMatchObject({ project_usage: 2n })
  const both = await services.serviceGetQuotas({ user: [ada.id, bob.id], projectId: [lab.id] })
  expect([both[ada.id]?.[lab.id]?.['cyclades.vm']?.usage, both[bob.id]?.[lab.id]?.['cyclades.vm']?.usage]).toEqual([
    0n,
    2n,
  ])
  expect(await caught(services.serviceGetQuotas({ user: 'nobody' }))).toMatchObject({ status: 404 })
})

test('names and uuids, also for services, and those that are not listed', async () => {
  await using cloud = await start()
  const { astakos } = cloud
  expect(await astakos.getUsernames({ uuids: [bob.id, 'nobody'] })).toEqual({ [bob.id]: bob.email })
  expect(await astakos.getUuid({ displayName: bob.email })).toBe(bob.id)
  expect(await astakos.getUsername({ uuid: bob.id })).toBe(bob.email)
  const error = await caught(astakos.getUsername({ uuid: 'nobody' }))
  expect(isUserNotFoundError(error) && error.message).toBe('getUsername: the user catalog does not list «nobody»')
  const services = cloud.as(service.email)
  expect(Object.keys(await services.serviceGetUsernames({ uuids: null }))).toHaveLength(4)
  expect(await services.serviceGetUuid({ displayName: ada.email })).toBe(ada.id)
  expect(await caught(astakos.serviceGetUuids({ displayNames: [ada.email] }))).toMatchObject({ status: 401 })
})

test('the default project is set, and the session learns it', async () => {
  await using cloud = await start()
  const { astakos } = cloud
  expect((await astakos.userInfo()).default_project).toBe(ada.id)
  const { id: projectId } = cloud.cloud.addProject({ name: 'lab', members: [ada.id] })
  await astakos.setDefaultProject({ projectId })
  expect(await astakos.userTerm({ term: 'default_project' })).toBe(projectId)
  expect(await astakos.userTerm({ term: 'constructor' })).toBeUndefined()
  expect(await caught(astakos.setDefaultProject({ projectId: 'x' }))).toMatchObject({ status: 404 })
  expect(await caught(astakos.setDefaultProject({ projectId: bob.id }))).toMatchObject({ status: 403 })
})

test('feedback and menus', async () => {
  await using cloud = await start()
  await cloud.astakos.sendFeedback({ message: 'Ωραία & good', data: '{"v": 1}' })
  const sent = new TextDecoder().decode(await cloud.cloud.requests.at(-1)?.body())
  expect([...new URLSearchParams(sent)]).toEqual([
    ['feedback_msg', 'Ωραία & good'],
    ['feedback_data', '{"v": 1}'],
  ])
  expect(await caught(cloud.astakos.sendFeedback({ message: '', data: '' }))).toMatchObject({ status: 400 })
  expect(await cloud.astakos.getServices()).toMatchObject([{ name: 'cyclades' }, { name: 'pithos' }])
  expect((await cloud.astakos.getResources())['cyclades.ram']).toMatchObject({ unit: 'bytes' })
})

test('OAuth2: a code becomes a token that is good for one look, and none of it is printed', async () => {
  await using cloud = await start()
  const { astakos } = cloud
  const client = { grantType: 'authorization_code', clientId: 'client', clientSecret: 'tneilc' }
  const answer = await astakos.getToken({ ...client, bodyParams: { code: bob.id } })
  expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 20 })
  expect(inspect(answer)).not.toContain(answer.access_token)
  const urls: string[] = []
  const watching = createAstakos({
    url: cloud.cloud.url,
    token: cloud.cloud.token,
    hooks: { onRequest: ({ url = '' }) => urls.push(url) },
  })
  const { user, token } = await watching.validateToken({ tokenId: answer.access_token })
  expect([user.id, token.id]).toEqual([bob.id, answer.access_token])
  const again = await caught(watching.validateToken({ tokenId: answer.access_token }))
  expect(again).toMatchObject({ status: 404 })
  expect(urls.join() + inspect(again) + inspect(token)).not.toContain(answer.access_token)
  const refused = await caught(
    astakos.getToken({ ...client, clientSecret: 'another-secret', bodyParams: { code: 'x' } }),
  )
  expect(refused).toMatchObject({ status: 400, faultName: 'error', description: 'generic_error: invalid client' })
  expect(inspect(refused)).not.toContain('another-secret')
})

test('endpoints are found by type and version', async () => {
  await using cloud = await start()
  const { astakos } = cloud
  const found = await astakos.getServiceEndpoints({ serviceType: 'identity', version: 'v2.0' })
  expect(found).toMatchObject({ publicURL: cloud.cloud.url, region: 'default' })
  expect(await astakos.getEndpointUrl({ serviceType: 'account' })).toBe(`${cloud.cloud.origin}/account/v1.0`)
  expect((await astakos.getEndpoints()).map(({ name }) => name)).toContain('astakos_oauth2')
  expect(isProtocolError(await caught(astakos.getServiceEndpoints({ serviceType: 'compute' })))).toBe(true)
})

test('one client for several users keeps them apart and forgets on request', async () => {
  await using cloud = await start()
  const tokens = [...cloud.cloud.cloud.users.values()].map(({ token }) => token)
  const [token = '', other = ''] = tokens
  const cached = createCachedAstakos({ url: cloud.cloud.url, token, clock: cloud.clock })
  expect((await cached.userInfo()).id).toBe(ada.id)
  expect((await cached.userInfo({ token: [other] })).id).toBe(bob.id)
  expect(await cached.listUsers()).toMatchObject([{ auth_token: token }, { auth_token: other }])
  expect(inspect(await cached.listUsers(), { depth: 9 })).not.toContain(token)
  expect(cached.getToken({ uuid: bob.id })).toBe(other)
  cloud.cloud.clearRequests()
  await cached.userTerm({ key: 'name', token: other })
  expect(cloud.cloud.requests).toHaveLength(0)
  cached.removeUser({ uuid: bob.id })
  expect(() => cached.getToken({ uuid: bob.id })).toThrow('not remembered')
  await cached.usernames2uuids({ usernames: [bob.email] })
  cloud.cloud.clearRequests()
  expect(await cached.postUserCatalogs({ displaynames: [bob.email] })).toEqual({ [bob.email]: bob.id })
  expect(cloud.cloud.requests).toHaveLength(0)
  const bounded = createCachedAstakos({ url: cloud.cloud.url, maxUsers: 1 })
  for (const each of [token, other]) await bounded.authenticate({ token: each })
  expect(await bounded.listUsers()).toHaveLength(1)
})
