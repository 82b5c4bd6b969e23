import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Server } from '../../schemas/Server.js'
import { serverSubject } from '../../waits/serverSubject.js'
import { waitUntil } from '../../waits/statusWaits.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'

/** What {@link waitServerUntil} takes. */
export interface WaitServerUntilParameters extends WaitParameters<Server> {
  /** Which server. */
  serverId: Id
  /** The status to wait for, in any case. @default 'ACTIVE' */
  targetStatus?: string | undefined
  /** Whether a task that is still under way keeps the wait going, whatever the status. @default true */
  idle?: boolean | undefined
}

/**
 * Waits until a server has a status and no task under way.
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
 * const server = await waitServerUntil(client, { serverId })
 */
export function waitServerUntil(
  client: CycladesClient,
  parameters: WaitServerUntilParameters,
  options: HttpCallOptions = {},
): Promise<Server> {
  const { serverId, targetStatus = 'ACTIVE', idle = true, ...wait } = parameters
  const subject = serverSubject(client, 'waitServerUntil', serverId, options)
  return waitUntil(idle ? subject : { ...subject, isIdle: undefined }, targetStatus, wait, options)
}
