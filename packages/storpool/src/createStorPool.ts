import {
  type CreateStorPoolClientParameters,
  createStorPoolClient,
  type StorPoolClient,
} from './createStorPoolClient.js'
import { bindActions } from './internal/bindActions.js'
import { bindHelpers, type StorPoolHelpers } from './internal/bindHelpers.js'
import type { RemovedActions, StorPoolActions } from './StorPoolActions.js'

/** A client with every call as a method. */
export interface StorPool extends StorPoolClient, StorPoolActions, StorPoolHelpers, RemovedActions {}

/**
 * Makes a client with every call as a method. It is also a client for the actions. Sends nothing.
 *
 * The code of a call is loaded when it is made for the first time. Where bytes count, import the actions one by one.
 *
 * @throws {ConfigurationError} when a setting can't be used.
 * @example
 * const storpool = createStorPool({ url: 'http://192.0.2.10:81', token })
 * const volumes = await storpool.volumesList()
 */
export function createStorPool(parameters: CreateStorPoolClientParameters): StorPool {
  const client = createStorPoolClient(parameters)
  return Object.freeze({ ...client, ...bindActions(client), ...bindHelpers(client) })
}
