import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Port } from '../../schemas/Port.js'
import { portSubject } from '../../waits/portSubject.js'
import { waitUntil } from '../../waits/statusWaits.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'

/** What {@link waitPortUntil} takes. */
export interface WaitPortUntilParameters extends WaitParameters<Port> {
  /** Which port. */
  portId: Id
  /** The status to wait for, in any case. @default 'ACTIVE' */
  targetStatus?: string | undefined
}

/**
 * Waits until a port has a status.
 *
 * Looks every second, for at most 100 s, unless the parameters say otherwise. Nothing is left behind when it ends.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to wait for, how often to look and when to give up.
 * @param options - `signal` ends the wait; the rest goes to every look.
 * @returns The port as it was seen last.
 * @throws {WaitTimeoutError} when it takes too long; `last` is what was seen last.
 * @throws {WaitFailedError} when the port comes into an error status or is deleted.
 * @throws {SynnefoApiError} when the service refuses.
 * @example
 * const port = await waitPortUntil(client, { portId })
 */
export function waitPortUntil(
  client: CycladesClient,
  parameters: WaitPortUntilParameters,
  options: HttpCallOptions = {},
): Promise<Port> {
  const { portId, targetStatus = 'ACTIVE', ...wait } = parameters
  return waitUntil(portSubject(client, 'waitPortUntil', portId, options), targetStatus, wait, options)
}
