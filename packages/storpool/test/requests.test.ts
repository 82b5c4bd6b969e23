import { isConfigurationError } from '@x/core-errors'
import { type FakeServer, type RecordedRequest, startFakeServer } from '@x/core-errors/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import api from '../spec/api.json' with { type: 'json' }
import types from '../spec/types.json' with { type: 'json' }
import { createStorPool } from '../src/createStorPool.js'
import { parseJson } from '../src/json/parseJson.js'
import { type decided, stricter } from './differences.js'
import { callByName } from './support/callByName.js'
import { type RecordedCase, readCases } from './support/caseFile.js'
import { comparable } from './support/comparable.js'

interface RequestCase extends RecordedCase {
  call: string
  params: unknown[]
  json?: unknown
  clusterName?: string
  api?: { auth?: string; multiCluster?: boolean }
  unordered?: string[]
  expect: {
    rejected?: true
    method: string
    path: string
    pathname?: string
    queryJson?: unknown
    headers: Record<string, string>
    body: unknown
  }
}

let server: FakeServer
beforeAll(async () => {
  server = await startFakeServer(() => Response.json({ data: {} }))
})
beforeEach(() => server.clearRequests())
afterAll(() => server.close())

const commandNames = Object.keys(types.objects.iSCSIConfigCommand.fields)
const cases = readCases<RequestCase>('requests').map((item) => [item.id, item] as const)

test.each(cases)('%s', async (_, item) => {
  const refusedAt = await send(item)
  const difference = differenceOf(item, refusedAt)
  const [request] = server.requests
  if (refusedAt !== undefined) expect(request).toBeUndefined()
  if (item.expect.rejected && difference !== 'reference-defect-mcMode') return expect(refusedAt).toBeDefined()
  if (refusedAt !== undefined && difference !== undefined) return
  expect(refusedAt).toBeUndefined()
  expect(server.requests).toHaveLength(1)
  if (!item.expect.rejected) await expectSame(request!, item.expect)
})

/** Path of the parameter for which the call was refused. What the server answers plays no part here. */
async function send({ call, params, json, clusterName, api: settings = {} }: RequestCase): Promise<string | undefined> {
  const { auth: token = '1556560560218011653', multiCluster } = settings
  const storpool = createStorPool({ url: server.url, token, multiCluster, retry: false })
  try {
    await callByName(storpool, call, params, json, { clusterName, validation: 'raw' })
    return undefined
  } catch (error) {
    if (isConfigurationError(error)) return error.path
    throw error
  }
}

async function expectSame(request: RecordedRequest, expected: RequestCase['expect']): Promise<void> {
  expect(request.method).toBe(expected.method)
  expect(request.headers.get('authorization')).toBe(expected.headers['Authorization'])
  expect(decodeURIComponent(request.path)).toBe(decodeURIComponent(expected.pathname ?? expected.path))
  if (expected.queryJson !== undefined) {
    const query = new URLSearchParams(request.search).get('json') ?? ''
    expect(comparable(parseJson(new TextEncoder().encode(query)))).toEqual(comparable(expected.queryJson))
  } else expect(request.search).toBe('')
  const body = await request.body()
  if (expected.body === null) return expect(body).toHaveLength(0)
  const sent = parseJson(body)
  expect(comparable(sent)).toEqual(comparable(expected.body))
  expect(emptyMembers(sent)).toEqual(emptyMembers(expected.body))
}

const emptyMembers = (body: unknown): string[] =>
  Object.entries(body as object).flatMap(([name, value]) => (Array.isArray(value) && value.length === 0 ? [name] : []))

/** Which documented difference a case shows, if any. */
function differenceOf({ quirk, call, json }: RequestCase, refusedAt: string | undefined): string | undefined {
  if (quirk !== undefined && (quirk in stricter || quirk === 'reference-defect-mcMode')) return quirk
  const has = (value: unknown, ...names: string[]) =>
    names.filter((name) => (value as Record<string, unknown> | null)?.[name] != null).length
  const entries = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
  const { commands, reassign = json } = (json ?? {}) as { commands?: unknown; reassign?: unknown }
  const found: [keyof typeof decided, boolean][] = [
    ['one-iscsi-command', entries(commands).some((command) => has(command, ...commandNames) !== 1)],
    ['iscsi-names', call === 'iSCSIConfigChange' && /\.(?:name|initiator|portalGroup)$/.test(refusedAt ?? '')],
    ['exactly-one', call === 'remoteBridgeAdd' && has(json, 'location', 'remote') === 2],
    ['exactly-one', entries(reassign).some((entry) => has(entry, 'volume', 'snapshot') === 2)],
    ['one-key', call === 'locationRemove' && has(json, 'location') === 0],
  ]
  return found.find(([, applies]) => applies)?.[0]
}

test('every call of the table is a method', () => {
  const storpool = createStorPool({ url: server.url, token: '' })
  expect(Object.keys(api.calls).filter((name) => !(name in storpool))).toEqual([])
})
