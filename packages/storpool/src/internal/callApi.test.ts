import { isConfigurationError, isProtocolError } from '@x/core-errors'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { call, disksList, kvsGet, kvsUpdate, volumeInfo, volumesList, volumeUpdate } from '../actions/index.js'
import { createStorPoolClient, type StorPoolClient } from '../createStorPoolClient.js'
import { isStorPoolReplyError } from '../errors.js'
import { issuesOf } from '../issuesOf.js'
import type { Issue } from '../reader/Issue.js'
import { createFakeStorPool, type FakeStorPool } from '../testing/index.js'

let fake: FakeStorPool
let client: StorPoolClient
beforeAll(async () => {
  fake = await createFakeStorPool({
    volumes: [{ name: '#sys', size: 512 }],
    buckets: { b: {} },
    locations: [{ id: 'l1', name: 'sofia' }],
    clusters: [{ id: 'c1', name: 'dc #2', location: 'sofia' }],
  })
  client = createStorPoolClient({ url: fake.url, token: fake.token, retry: false })
})
beforeEach(() => {
  fake.clearRequests()
  fake.clearFaults()
})
afterAll(() => fake.close())

const reply = (data: unknown) => fake.failNext({ status: 200, body: { data, generation: 1 } })

test('names, keys and cluster names are percent-encoded', async () => {
  expect((await volumeInfo(client, { volumeName: '#sys' })).name).toBe('#sys')
  await volumesList(client, { clusterName: 'dc #2' })
  await kvsUpdate(client, { bucketName: 'b', set: { 'a/b?c#d %': 'x', ключ: 'y' } })
  expect((await kvsGet(client, { bucketName: 'b', keyName: 'a/b?c#d %' })).pairs).toEqual({ 'a/b?c#d %': 'x' })
  expect(fake.requests.map(({ path }) => path)).toEqual([
    '/ctrl/1.0/VolumeGetInfo/%23sys',
    '/ctrl/1.0/RemoteCommand/dc%20%232/VolumesList',
    '/ctrl/1.0/KV/Set/b',
    '/ctrl/1.0/KV/Get/b/a%2Fb%3Fc%23d%20%25',
  ])
})

test.each(['.', '..', '\ud800'])('%j can not stand in a URL and is refused', async (keyName) => {
  await expect(kvsGet(client, { bucketName: 'b', keyName })).rejects.toSatisfy(isConfigurationError)
  expect(fake.requests).toEqual([])
})

test('a bad parameter is refused with its path, and its value is not told', async () => {
  const bad = volumeUpdate(client, { volumeName: '#sys', size: 513, tags: { 'a b': 'secret' } })
  await expect(bad).rejects.toMatchObject({
    name: 'ConfigurationError',
    operation: 'volumeUpdate',
    path: 'tags["a b"]',
  })
  await expect(bad).rejects.toThrow(
    /^(?!.*secret)volumeUpdate: tags\["a b"\] has a name that must match .*, and 1 more$/,
  )
  expect(fake.requests).toEqual([])
})

test('whole numbers of any size are sent and read with all their digits', async () => {
  const huge = 2n ** 64n - 1n
  await expect(kvsUpdate(client, { bucketName: 'b', runIfVersionIs: huge })).rejects.toMatchObject({
    code: 'runIfVersionIsMismatch',
  })
  expect(new TextDecoder().decode(await fake.requests[0]?.body())).toBe(`{"runIfVersionIs":${huge},"set":{}}`)
  fake.failNext({ status: 200, body: `{"data":{"buckets":{"b":${huge},"c":7}}}` })
  expect(await call(client, { method: 'GET', path: ['KV'] })).toEqual({ buckets: { b: huge, c: 7 } })
})

const down = { id: 7, serverId: 1, ssd: true, model: 'm', serial: 's', description: '', softEject: 'off' }

test('lenient: everything is kept, and what does not fit is listed', async () => {
  const told: (readonly Issue[])[] = []
  const disk = { ...down, generationLeft: 12, softEject: 'melting', id: 'seven', newMember: { x: 1 } }
  reply({ 7: disk, 'no id': { ...down, generationLeft: 3 } })
  const disks = await disksList(client, { onIssues: (issues) => told.push(issues) })
  expect(disks['7']).toEqual({ ...disk, generationLeft: 12n })
  expect(Object.keys(disks)).toEqual(['7', 'no id'])
  expect(issuesOf(disks).map(({ path, reason, received }) => ({ path, reason, received }))).toEqual([
    { path: '["7"].id', reason: 'must be a whole number from 0 to 4095', received: 'seven' },
    { path: '["7"].softEject', reason: 'must be one of "on", "off", "paused"', received: 'melting' },
    { path: '["no id"]', reason: 'has a name that must be a whole number from 0 to 4095', received: 'no id' },
  ])
  expect(told).toEqual([issuesOf(disks)])
})

test('strict: the same answer is an error with all issues', async () => {
  reply({ 7: { ...down, generationLeft: 12, softEject: 'melting' } })
  const error = await disksList(client, { validation: 'strict' }).catch((thrown: unknown) => thrown)
  expect(isStorPoolReplyError(error) && isProtocolError(error)).toBe(true)
  expect(error).toMatchObject({ path: 'data["7"].softEject', issues: [{ received: 'melting' }] })
  expect(JSON.stringify(error)).not.toContain('melting')
})

test('raw: nothing is looked at', async () => {
  reply({ 7: { generationLeft: 'x' }, '616': null })
  expect(await disksList(client, { validation: 'raw' })).toEqual({ 7: { generationLeft: 'x' }, '616': null })
})

test.each([
  ['data', undefined],
  ['of another shape', { data: 5 }],
  ['an array for an object', { data: [] }],
  ['an error that is none', { error: 'x' }],
])('an answer without %s is a protocol error', async (_, body) => {
  fake.failNext({ status: 200, body: body ?? {} })
  await expect(disksList(client)).rejects.toSatisfy(isProtocolError)
})

test('names that every object has are names like any other', async () => {
  reply({ ...JSON.parse('{"__proto__":{}}'), 7: { ...down, generationLeft: 1 } })
  const disks = await disksList(client)
  expect(disks['constructor']).toBeUndefined()
  expect(Object.keys(disks).sort()).toEqual(['7', '__proto__'])
})
