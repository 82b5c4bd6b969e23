import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Server } from '../../schemas/Server.js'
import { serverSubject } from '../../waits/serverSubject.js'
import { waitWhile } from '../../waits/statusWaits.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'

/** What {@link waitServerWhile} takes. */
export interface WaitServerWhileParameters extends WaitParameters<Server> {
  /** Which server. */
  serverId: Id
  /** The status to wait away, in any case. @default 'BUILD' */
  currentStatus?: string | undefined
}

/**
 * Waits until a server no longer has a status.
 *
 * Looks every second, for at most 100 s, unless the parameters say otherwise. Nothing is left behind when it ends.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to wait for, how often to look and when to give up.
 * @param options - `signal` ends the wait; the rest goes to every look.
 * @returns The server as it was seen last.
 * @throws {WaitTimeoutError} when it takes too long; `last` is what was seen last.
 * @throws {WaitFailedError} when the server comes into an error status or is deleted.
 * @throws {SynnefoApiError} when the service refuses.
 * @example
 * const server = await waitServerWhile(client, { serverId })
 */
export function waitServerWhile(
  client: CycladesClient,
  parameters: WaitServerWhileParameters,
  options: HttpCallOptions = {},
): Promise<Server> {
  const { serverId, currentStatus = 'BUILD', ...wait } = parameters
  return waitWhile(serverSubject(client, 'waitServerWhile', serverId, options), currentStatus, wait, options)
}
