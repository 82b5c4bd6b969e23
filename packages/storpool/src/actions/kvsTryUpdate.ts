import type { StorPoolClient } from '../createStorPoolClient.js'
import { isStorPoolApiError } from '../errors.js'
import type { StorPoolCallOptions } from '../StorPoolCallOptions.js'
import { type KvsUpdateParameters, kvsUpdate } from './kvsUpdate.js'

/**
 * Changes a bucket as `kvsUpdate` does, and answers whether it did: `false` when the bucket does not have the version of
 * `runIfVersionIs`.
 *
 * @throws {StorPoolApiError} when the server refuses for another reason.
 * @see StorPool bindings 7.2.0, `kvsTryUpdate`
 * @example
 * const done = await kvsTryUpdate(client, { bucketName: 'locks', set: { leader: 'a' }, runIfVersionIs: 3 })
 */
export async function kvsTryUpdate(
  client: StorPoolClient,
  parameters: KvsUpdateParameters,
  options?: StorPoolCallOptions,
): Promise<boolean> {
  try {
    await kvsUpdate(client, parameters, options)
    return true
  } catch (error) {
    if (isStorPoolApiError(error) && error.code === 'runIfVersionIsMismatch') return false
    throw error
  }
}
