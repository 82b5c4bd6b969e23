import type { CallParameters } from '../actions/call.js'
import type { KvsUpdateParameters } from '../actions/kvsUpdate.js'
import type { StorPoolClient } from '../createStorPoolClient.js'
import type { StorPoolCallOptions } from '../StorPoolCallOptions.js'

/** What the full client has besides the calls of the API. */
export interface StorPoolHelpers {
  /** Changes a bucket, or answers `false` when it does not have the version of `runIfVersionIs`. */
  kvsTryUpdate(parameters: KvsUpdateParameters, options?: StorPoolCallOptions): Promise<boolean>
  /** Makes any call, also one that this package does not know. Nothing of it is checked. */
  call(parameters: CallParameters, options?: StorPoolCallOptions): Promise<unknown>
}

/** Makes the methods of {@link StorPoolHelpers}. */
export function bindHelpers(client: StorPoolClient): StorPoolHelpers {
  return {
    kvsTryUpdate: async (parameters, options) =>
      (await import('../actions/kvsTryUpdate.js')).kvsTryUpdate(client, parameters, options),
    call: async (parameters, options) => (await import('../actions/call.js')).call(client, parameters, options),
  }
}
