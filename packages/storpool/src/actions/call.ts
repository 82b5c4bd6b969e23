import type { StorPoolClient } from '../createStorPoolClient.js'
import { callApi } from '../internal/callApi.js'
import type { Reader } from '../reader/Reader.js'
import type { StorPoolCallOptions } from '../StorPoolCallOptions.js'

/** A call that this package need not know. */
export interface CallParameters {
  method: 'GET' | 'POST'
  /** Path below `/ctrl/1.0/` in its parts, which are encoded: `['VolumeDescribe', '#internal']`. */
  path: readonly [string, ...string[]]
  /** Whether the call has a path for all clusters; used on a client with `multiCluster`. @default false */
  multiCluster?: boolean | undefined
  /** The JSON argument: the body of a POST, `?json=` of a GET. A `bigint` is written as a number. */
  json?: unknown
}

/**
 * Makes any call and returns the `data` of its answer as it was parsed. Neither is checked; everything else, from the
 * token to retries and errors, is as with the other actions.
 *
 * @throws {StorPoolApiError} when the server refuses.
 * @throws {ProtocolError} when the answer is none of this API.
 * @example
 * const disk = await call(client, { method: 'GET', path: ['DiskGetInfo', '101'] })
 */
export async function call(
  client: StorPoolClient,
  parameters: CallParameters,
  options: Omit<StorPoolCallOptions, 'validation' | 'onIssues'> = {},
): Promise<unknown> {
  const { method, path, multiCluster = false, json } = parameters
  const description = {
    operation: path[0],
    method,
    path: path.map((_, index) => `{${index}}`).join('/'),
    idempotent: method === 'GET',
    multiCluster,
    arguments: Object.fromEntries(path.map((_, index) => [index, asGiven])),
    ...(json === undefined ? {} : { json: asGiven, member: 'json' }),
    answer: asGiven,
  }
  return callApi(client, description, { ...path, json }, { ...options, validation: 'raw' })
}

const asGiven: Reader<unknown> = (value) => value
