import { join } from 'node:path'
import { isClientError, isProtocolError } from '@x/core-errors'
import {
  loadCases,
  type RecordedRequest,
  type RecordedStep,
  replayExchanges,
  requestDifferences,
  valueDifferences,
} from '@x-tooling/recorded'
import { expect, test } from 'vitest'
import { isSynnefoApiError } from '../src/index.js'
import { byId, referenceCaller } from './referenceCalls.js'

const cases = loadCases(join(import.meta.dirname, 'fixtures'), /^requests-.*\.json$/)

/** Where we send something else than the reference on purpose. */
function corrected(request: RecordedRequest): RecordedRequest {
  const { json } = request
  const [action, details] = Object.entries((json as object | undefined) ?? {})[0] ?? []
  if (action !== undefined && typeof details === 'object' && details !== null && 'reasons' in details) {
    // The server reads `reason`; what is sent as `reasons` is lost.
    const { reasons, ...rest } = details as Record<string, unknown>
    return { ...request, json: { [action]: { ...rest, reason: reasons } } }
  }
  return request
}

// A refused token is asked about once more before the refusal is final; the reference gives up at once.
const isAnotherLogin = (request: RecordedRequest, index: number) => index > 0 && request.path.endsWith('/tokens')

test('there are recorded calls', () => expect(cases.length).toBeGreaterThan(30))

test.for(cases)('$id', async (recorded) => {
  const { exchanges, steps, quirk } = recorded
  await using replay = await replayExchanges(exchanges, 'https://cloud.example.org')
  const call = referenceCaller(recorded, recorded.endpoint.replace('{base}', replay.url))
  const differences: string[] = []
  for (const step of steps) {
    try {
      const result = replay.recordedForm(await call(step))
      if (step.throws !== undefined) differences.push(`${step.method} did not throw`)
      else if (step.returnsResponseHeaders === undefined) {
        const expected = step.method === 'list_users' ? byId(step.returns as { id: string }[]) : step.returns
        differences.push(...valueDifferences(result, expected, step.method, { idNames: /^(?:id|application)$/ }))
      }
    } catch (error) {
      differences.push(...errorDifferences(error, step))
    }
  }
  const expected = exchanges.map(({ request }) => corrected(request))
  const received = await replay.received()
  const extra = received.length > expected.length
  const sent = extra
    ? received.filter((request, index) => !isAnotherLogin(request, index)).slice(0, expected.length)
    : received
  for (const [index, request] of expected.entries()) {
    differences.push(...requestDifferences(sent[index], request, { header: /^(?:x-auth-token|authorization)$/ }))
  }
  if (extra && !received.some(isAnotherLogin)) differences.push(`${received.length} requests were sent`)
  if (quirk === undefined) expect(differences).toEqual([])
  else if (differences.length > 0) console.log(`${recorded.id}: differs from a bug of the reference (${quirk})`)
})

function errorDifferences(error: unknown, { method, throws: expected }: RecordedStep): string[] {
  if (!isClientError(error) || expected === undefined) {
    return [`${method} threw ${error instanceof Error ? error.stack : error}`]
  }
  if (expected.kind === 'quotaLimit') {
    const { quota } = isSynnefoApiError(error) ? error : { quota: undefined }
    // The name of the resource, what is left of it and what was asked for, in a sentence or as figures.
    const { kind: _, class: _class, status: _status, local: _local, ...told } = expected
    const known = Object.values(quota ?? {}).map(String)
    return leaves(told).flatMap((leaf) =>
      known.includes(leaf) || known.every((part) => part === quota?.resource || leaf.includes(part))
        ? []
        : [`the quota error says ${known}, expected ${leaf}`],
    )
  }
  if (expected.local) return isSynnefoApiError(error) ? [`${error.message} came from the server`] : []
  if (!isSynnefoApiError(error)) {
    // A success that makes no sense: the reference loses its status.
    const isNonsense = isProtocolError(error) && (error.status ?? 500) < 300
    const isSame = 'status' in error && error.status === expected.status
    return isNonsense || isSame ? [] : [`threw ${String(error)}`]
  }
  return [
    ...valueDifferences(error.status, expected.status, 'status'),
    // The reference keeps the whole body for some statuses and drops it for the others.
    ...(typeof expected.details === 'string'
      ? valueDifferences(bodyOf(error.rawBody), bodyOf(expected.details), 'body')
      : []),
  ]
}

const leaves = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)]

const bodyOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
