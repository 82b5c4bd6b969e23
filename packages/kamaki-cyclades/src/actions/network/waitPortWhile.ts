import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Port } from '../../schemas/Port.js'
import { portSubject } from '../../waits/portSubject.js'
import { waitWhile } from '../../waits/statusWaits.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'

/** What {@link waitPortWhile} takes. */
export interface WaitPortWhileParameters extends WaitParameters<Port> {
  /** Which port. */
  portId: Id
  /** The status to wait away, in any case. @default 'BUILD' */
  currentStatus?: string | undefined
}

/**
 * Waits until a port no longer has a status.
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
 * const port = await waitPortWhile(client, { portId })
 */
export function waitPortWhile(
  client: CycladesClient,
  parameters: WaitPortWhileParameters,
  options: HttpCallOptions = {},
): Promise<Port> {
  const { portId, currentStatus = 'BUILD', ...wait } = parameters
  return waitWhile(portSubject(client, 'waitPortWhile', portId, options), currentStatus, wait, options)
}
