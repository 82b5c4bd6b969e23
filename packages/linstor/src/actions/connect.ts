import type { CallOptions } from '@x/core-errors'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { Peer } from '../connection/Peer.js'

/** What {@link connect} takes. */
export type ConnectParameters = Record<string, never>

/**
 * Opens the connection unless it is open. Calls do that by themselves; this tells early whether it works, and to whom.
 * After {@link disconnect} the client can be connected again; call ids begin at 1 then.
 *
 * @returns Who is at the other end, and the API version that both speak.
 * @throws {NoControllerError} when no controller can be reached. Each gets its connect timeout, once.
 * @throws {VersionMismatchError} when one answers and speaks another API version.
 * @throws {LinstorApiError} when it refuses to sign the client in.
 */
export const connect = (
  client: LinstorClient,
  _parameters: ConnectParameters = {},
  options: CallOptions = {},
): Promise<Peer> => client.transport.connect(options)
