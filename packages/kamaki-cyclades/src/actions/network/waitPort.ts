import type { HttpCallOptions } from '@x/core-errors'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Port } from '../../schemas/Port.js'
import { type WaitPortWhileParameters, waitPortWhile } from './waitPortWhile.js'

/**
 * Waits until a port no longer has a status.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to wait for, how often to look and when to give up.
 * @param options - `signal` ends the wait; the rest goes to every look.
 * @deprecated Another name of `waitPortWhile`.
 * @example
 * await waitPort(client, { portId })
 */
export function waitPort(
  client: CycladesClient,
  parameters: WaitPortWhileParameters,
  options: HttpCallOptions = {},
): Promise<Port> {
  return waitPortWhile(client, parameters, options)
}
