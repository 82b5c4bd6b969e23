import type { HttpCallOptions } from '@x/core-errors'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Server } from '../../schemas/Server.js'
import { type WaitServerWhileParameters, waitServerWhile } from './waitServerWhile.js'

/**
 * Waits until a server no longer has a status.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to wait for, how often to look and when to give up.
 * @param options - `signal` ends the wait; the rest goes to every look.
 * @deprecated Another name of `waitServerWhile`.
 * @example
 * await waitServer(client, { serverId })
 */
export function waitServer(
  client: CycladesClient,
  parameters: WaitServerWhileParameters,
  options: HttpCallOptions = {},
): Promise<Server> {
  return waitServerWhile(client, parameters, options)
}
