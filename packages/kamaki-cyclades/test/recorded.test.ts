import { join } from 'node:path'
import { isClientError, isProtocolError } from '@x/core-errors'
import { isSynnefoApiError } from '@x/kamaki-astakos'
import {
  loadCases,
  type RecordedRequest,
  type RecordedStep,
  replayExchanges,
  requestDifferences,
  valueDifferences,
} from '@x-tooling/recorded'
import { expect, test } from 'vitest'
import { referenceCaller } from './referenceCalls.js'

const cases = loadCases(join(import.meta.dirname, 'fixtures'), /^requests-.*\.json$/)

// Ids are texts here, whatever the service answers.
const idNames = /^(?:id|.*_id|.*Id|volumes|subnets|volume_type|SNF:volume_type|source_volid|subnet)$/

/** Where we send something else than the reference on purpose. */
function corrected(request: RecordedRequest): RecordedRequest {
  const headers = { ...request.headers }
  for (const [name, value] of Object.entries(request.headers)) {
    if (!name.startsWith('x-image-meta-')) continue
    delete headers[name]
    // The service refuses a size and ignores an owner; underscores in names are dropped by some proxies.
    const isNew = request.method === 'POST'
    if (isNew && (name === 'x-image-meta-size' || name === 'x-image-meta-owner')) continue
    headers[name.replaceAll('_', '-')] = value
  }
  const { json } = request
  if (typeof json === 'object' && json !== null && 'rescue' in json && 'rescue_image_ref' in json) {
    // The service looks for the image inside.
    return { ...request, headers, json: { rescue: { rescue_image_ref: json.rescue_image_ref } } }
  }
  return { ...request, headers }
}

// Which harmless characters are percent-encoded in a header is free.
function inPlainText(request: RecordedRequest): RecordedRequest {
  const isEncoded = (name: string) => /^x-image-meta-(?:name|location|property-)/.test(name)
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    isEncoded(name) ? decodeURIComponent(value) : value,
  ])
  return { ...request, headers: Object.fromEntries(headers) }
}

test('there are recorded calls', () => expect(cases.length).toBeGreaterThan(70))

test.for(cases)('$id', async (recorded) => {
  const { exchanges, steps, quirk, sleepsSeconds } = recorded
  await using replay = await replayExchanges(exchanges, 'https://cloud.example.org')
  const url = recorded.endpoint.replace('{base}', replay.url)
  const differences: string[] = []
  const pauses: number[] = []
  let caller: ReturnType<typeof referenceCaller> | undefined
  for (const step of steps) {
    try {
      caller ??= referenceCaller(recorded, url)
      const { call } = caller
      const result = replay.recordedForm(await call(step))
      if (step.throws !== undefined) differences.push(`${step.method} did not throw`)
      else if (step.returnsResponseHeaders === undefined) {
        differences.push(...valueDifferences(result, step.returns, step.method, { idNames }))
      }
    } catch (error) {
      differences.push(...errorDifferences(error, step))
    }
  }
  pauses.push(...(caller?.pauses ?? []))
  const received = (await replay.received()).map(inPlainText)
  for (const [index, { request }] of exchanges.entries()) {
    const header = /^(?:x-auth-token|x-image-meta-.*)$/
    differences.push(...requestDifferences(received[index], inPlainText(corrected(request)), { header }))
  }
  if (received.length !== exchanges.length) differences.push(`${received.length} requests were sent`)
  if (sleepsSeconds !== undefined) differences.push(...valueDifferences(pauses, sleepsSeconds, 'pauses'))
  if (quirk === undefined) expect(differences).toEqual([])
  else if (differences.length > 0) console.log(`${recorded.id}: differs from a bug of the reference (${quirk})`)
})

// The reference shows the outermost envelope, in a text of its own; it is compared with ours.
function errorDifferences(error: unknown, { method, throws: expected }: RecordedStep): string[] {
  if (!isClientError(error) || expected === undefined) {
    return [`${method} threw ${error instanceof Error ? error.stack : error}`]
  }
  if (expected.local) return isSynnefoApiError(error) ? [`${error.message} came from the service`] : []
  if (!isSynnefoApiError(error)) {
    // A success that makes no sense: the reference loses its status, or makes one up.
    const isNonsense = isProtocolError(error) && (error.status ?? 500) < 300
    const isSame = 'status' in error && error.status === expected.status
    return isNonsense || isSame ? [] : [`threw ${String(error)}`]
  }
  const [outermost] = error.faults
  const [, name, message = ''] = /^[A-Z' -]+ (\w+)(?: \(([\s\S]*)\))?\n?$/.exec(expected.message ?? '') ?? []
  return [
    ...valueDifferences(error.status, expected.status, 'status'),
    ...(outermost === undefined || name === undefined
      ? []
      : [
          ...valueDifferences(outermost.name, name, 'fault'),
          ...valueDifferences(outermost.message, message, 'message'),
          ...valueDifferences(outermost.details, [expected.details].flat(3), 'details'),
        ]),
  ]
}
