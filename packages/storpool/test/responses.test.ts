import { isClientError, isConfigurationError, isConnectionError, isProtocolError, isTimeoutError } from '@x/core-errors'
import { expect, test } from 'vitest'
import api from '../spec/api.json' with { type: 'json' }
import { createStorPool, type Issue, isStorPoolApiError, issuesOf } from '../src/index.js'
import { stricter } from './differences.js'
import { asReference } from './support/asReference.js'
import { callByName } from './support/callByName.js'
import { type RecordedCase, readCases } from './support/caseFile.js'
import { comparable } from './support/comparable.js'
import { declaredOnly } from './support/declaredOnly.js'
import { type Reply, startReplayServer } from './support/startReplayServer.js'

interface ResponseCase extends RecordedCase {
  call: string
  params: unknown[]
  json?: unknown
  raw?: boolean
  api?: { transientRetries?: number; timeout?: number; multiCluster?: boolean }
  replies: Reply[]
  expect: {
    kind: 'ok' | 'apiError' | 'malformed' | 'transport' | 'invalid'
    value?: unknown
    partial?: boolean
    unionTypes?: Record<string, string>
    status?: number
    name?: string
    descr?: string
    transient?: unknown
    json?: unknown
    attempts: number
    retrySleeps: number[]
  }
}

const cases = readCases<ResponseCase>('responses').map((item) => [item.id, item] as const)

test.each(cases)('%s', async (_, item) => {
  await using server = await startReplayServer(item.replies)
  const sleeps: number[] = []
  const outcome = await make(item, server.url, sleeps)
  if (isStricter(item) && outcome.kind === 'malformed') return
  expect({ kind: outcome.kind, sleeps }).toEqual({ kind: item.expect.kind, sleeps: item.expect.retrySleeps })
  if (item.replies[0]?.fault !== 'refused') expect(server.attempts).toBe(item.expect.attempts)
  if (isStorPoolApiError(outcome.error)) {
    const { status, code, description, transient, json, attempts } = outcome.error
    const { status: expectedStatus, name, descr, transient: expectedTransient, json: expectedJson } = item.expect
    expect([status, code, description, json]).toEqual([expectedStatus, name, descr, expectedJson])
    expect([transient, attempts]).toEqual([Boolean(expectedTransient), item.expect.attempts])
  }
  if (outcome.kind === 'ok') expectSameValue(item, outcome)
})

/** Whether a case shows an accident in which the bindings accept what does not fit. */
const isStricter = ({ quirk }: { quirk?: string | undefined }): boolean => quirk !== undefined && quirk in stricter

interface Outcome {
  kind: ResponseCase['expect']['kind']
  value?: unknown
  issues?: readonly Issue[]
  error?: unknown
}

async function make(item: ResponseCase, url: string, sleeps: number[]): Promise<Outcome> {
  const { transientRetries = 5, timeout, multiCluster } = item.api ?? {}
  const delayMs = (retry: number) => {
    sleeps.push(retry)
    return 0
  }
  const storpool = createStorPool({
    url,
    token: '1',
    multiCluster,
    timeoutMs: timeout === undefined ? undefined : timeout * 1_000,
    retry: { attempts: transientRetries + 1, delayMs },
    retryLostPosts: true, // as the bindings do
  })
  try {
    const options = item.raw ? ({ validation: 'raw' } as const) : {}
    const value = await callByName(storpool, item.call, item.params, item.json, options)
    return { kind: 'ok', value, issues: typeof value === 'object' && value !== null ? issuesOf(value) : [] }
  } catch (error) {
    if (!isClientError(error)) throw error
    return { kind: kindOf(error), error }
  }
}

function kindOf(error: unknown): Outcome['kind'] {
  if (isStorPoolApiError(error)) return 'apiError'
  if (isConfigurationError(error)) return 'invalid'
  if (isConnectionError(error) || isTimeoutError(error)) return 'transport'
  expect(isProtocolError(error)).toBe(true)
  return 'malformed'
}

function expectSameValue({ expect: expected, quirk, raw, call }: ResponseCase, { value, issues = [] }: Outcome): void {
  if (raw) {
    expect(comparable(value)).toEqual(comparable(expected.value))
    return
  }
  if ((isStricter({ quirk }) && issues.length > 0) || hasOtherKey(call, value)) return
  const counted = issues.filter((issue) => !isAboutIscsiName(issue, call))
  const undecided = counted.filter(({ keys }) => underUnion(call, keys) === undefined)
  const kept = new Set(counted.map(({ keys }) => underUnion(call, keys)).filter((place) => place !== undefined))
  // An alternative told by its mark has issues where the bindings take another one, or lose the value.
  if (kept.size === 0) expect(undecided.length > 0).toBe(expected.partial ?? false)
  const [ours, theirs] = withoutPlaces(kept, asReference(value, counted), withoutPatterns(expected.value))
  expect(comparable(declaredOnly(ours, theirs))).toEqual(comparable(theirs))
}

// The bindings take an object with one member for a dictionary: a member of another name counts, and may be odd.
function hasOtherKey(call: string, value: unknown): boolean {
  const member = /^only<(\w+),/.exec(returnsOf(call))?.[1]
  return member !== undefined && Object.keys(value as object).some((name) => name !== member)
}

const iscsiNames = /^(?:name|target|portalGroup|initiator|baseName)$/

const isAboutIscsiName = ({ keys }: Issue, call: string): boolean =>
  call === 'iSCSIConfig' && iscsiNames.test(String(keys.at(-1)))

const returnsOf = (call: string): string => (api.calls as Record<string, { returns: string }>)[call]?.returns ?? ''

/** Path of the value on which alternatives are told apart, where an issue lies inside of one. */
function underUnion(call: string, keys: Issue['keys']): string | undefined {
  const returns = returnsOf(call)
  if (keys[0] === 'wbc' && keys.length > 1) return 'wbc'
  const depth = /DiskSummary|DiskTarget|either<SnapshotStatus/.test(returns)
    ? 1
    : returns === 'AllPeersActiveRequests'
      ? 2
      : 0
  return depth > 0 && keys.length > depth ? keys.slice(0, depth).join('/') : undefined
}

/** Both values without what stands at the given places; where the bindings dropped it, it is only in ours. */
function withoutPlaces(places: Iterable<string>, ours: unknown, theirs: unknown): [ours: unknown, theirs: unknown] {
  let [left, right] = [ours, theirs]
  for (const place of places) {
    const keys = place.split('/')
    const dropped = lengthAt(left, keys) !== lengthAt(right, keys)
    left = without(left, keys)
    if (!dropped) right = without(right, keys)
  }
  return [left, right]
}

function lengthAt(value: unknown, keys: string[]): number | undefined {
  const holder = keys.slice(0, -1).reduce<unknown>((at, key) => Object(at)[key], value)
  return Array.isArray(holder) ? holder.length : undefined
}

function without(value: unknown, [first, ...rest]: string[]): unknown {
  if (typeof value !== 'object' || value === null || first === undefined) return value
  if (Array.isArray(value)) return value.filter((_, index) => String(index) !== first)
  const members = Object.entries(value).filter(([key]) => key !== first || rest.length > 0)
  return Object.fromEntries(members.map(([key, member]) => [key, key === first ? without(member, rest) : member]))
}

// The bindings fill a missing iSCSI name with the pattern it should match.
function withoutPatterns(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('^[') ? null : value
  if (Array.isArray(value)) return value.map(withoutPatterns)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutPatterns(member)]))
}
