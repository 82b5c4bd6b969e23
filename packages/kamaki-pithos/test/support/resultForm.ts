import type { Outcome } from './callReference.js'
import type { ReferenceResult } from './ReferenceCase.js'

// Lengths and types that HTTP libraries see to, and dates, ids and versions that are new on every run.
const ignoredHeaders =
  /^(?:content-length|content-type|last-modified|date|connection|keep-alive|vary|expires|cache-control|accept-.*|transfer-encoding)$/

/** The result of a call, in the form that the reference client would give it. */
function outcomeForm(method: string, value: unknown): unknown {
  if (method === 'get_container_object_meta') return { 'x-container-object-meta': (value as string[]).join(',') }
  if (Array.isArray(value)) return value.map((item) => outcomeForm(method, item))
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1')
  switch (method) {
    case 'get_account_quota':
      return { 'x-account-policy-quota': String(value) }
    case 'get_account_meta':
      return prefixed('x-account-meta-', value)
    case 'get_container_meta':
      return prefixed('x-container-meta-', value)
    case 'get_object_meta':
      return prefixed('x-object-meta-', value)
    case 'get_account_group':
      return prefixed('x-account-group-', value)
    case 'get_container_versioning':
      return { 'x-container-policy-versioning': value }
    case 'get_container_limit':
      return { 'x-container-policy-quota': String(value) }
    case 'get_object_sharing': {
      const { read, write } = value as { read: string[]; write: string[] }
      return { ...(read.length > 0 ? { read: read.join() } : {}), ...(write.length > 0 ? { write: write.join() } : {}) }
    }
    case 'get_object_versionlist': {
      const { version, timestamp } = value as { version: string; timestamp: Date }
      return [Number(version), timestamp.getTime()]
    }
    case 'get_object_hashmap': {
      const { bytes, hashes, blockSize, blockHash } = value as Record<string, unknown>
      return { bytes, hashes, block_size: blockSize, block_hash: blockHash }
    }
  }
  return value
}

const lastParts = (value: unknown) =>
  Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key.split('-').at(-1), item]))

const prefixed = (prefix: string, value: unknown) =>
  Object.fromEntries(Object.entries(value as object).map(([key, item]) => [prefix + key, String(item)]))

/** Lists where a result is not the recorded one; empty when it is. */
export function resultDifferences(
  { class: className, method }: { class: string; method: string },
  outcome: Outcome,
  recorded: ReferenceResult,
): string[] {
  const { returned } = recorded
  if (returned === null || returned === undefined) return []
  if (method === 'download_object' || method === 'stream_down') return []
  // The older class cuts keys at their last dash.
  const isCut = className === 'StorageClient' && method === 'get_object_meta'
  const value = isCut ? lastParts(outcome.value) : outcomeForm(method, outcome.value)
  return valueDifferences(value, returned, method)
}

function valueDifferences(actual: unknown, expected: unknown, path: string): string[] {
  if (isResponse(expected)) {
    const { status, headers, body } = expected.$response
    const text = body && 'text' in body ? body.text : undefined
    const answer = (actual ?? {}) as { status?: number; headers?: unknown; items?: unknown; hashes?: unknown }
    return [
      ...(answer.status === undefined || answer.status === status
        ? []
        : [`${path}: status ${answer.status}, expected ${status}`]),
      ...(answer.headers === undefined ? [] : headerDifferences(answer.headers, headers, path)),
      ...(text === undefined || answer.items === undefined
        ? []
        : valueDifferences(answer.items, JSON.parse(text), `${path}.items`)),
    ]
  }
  if (isHeaders(expected) && typeof actual === 'object' && actual !== null && 'headers' in actual) {
    return headerDifferences(actual.headers, expected, path)
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((item, index) => valueDifferences(actual[index], item, `${path}.${index}`))
  }
  if (
    typeof expected === 'object' &&
    expected !== null &&
    typeof actual === 'object' &&
    actual !== null &&
    !Array.isArray(expected)
  ) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)])
    return [...keys].flatMap((key) =>
      valueDifferences(Reflect.get(actual, key), Reflect.get(expected, key), `${path}.${key}`),
    )
  }
  if (/(?:uuid|timestamp|last_modified)$/.test(path)) return actual === undefined ? [`${path} is missing`] : []
  if (typeof expected === 'object' && expected !== null && Object.keys(expected).length === 0 && actual !== undefined)
    return []
  const isSame = actual === expected || milliseconds(expected) === actual
  return isSame ? [] : [`${path} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`]
}

const milliseconds = (value: unknown): number => Math.floor(Number(value) * 1000)

const isResponse = (
  value: unknown,
): value is { $response: { status: number; headers: Record<string, string>; body?: { text: string } } } =>
  typeof value === 'object' && value !== null && '$response' in value

const isHeaders = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((item) => typeof item === 'string')

function headerDifferences(actual: unknown, expected: Record<string, string>, path: string): string[] {
  const found = actual as Record<string, string>
  return Object.entries(expected)
    .filter(([name]) => !ignoredHeaders.test(name) && !/(?:uuid|timestamp)$/.test(name))
    .flatMap(([name, value]) => {
      const key = decodeURIComponent(name)
      return found[key] === value ? [] : [`${path}: ${key} is ${found[key]}, expected ${value}`]
    })
}
