import { type CallOptions, Deadline, TimeoutError } from '@x/core-errors'
import { checkParameters } from '../check/checkParameters.js'
import { rules } from '../check/rules.js'
import type { LinstorClient } from '../client/LinstorClient.js'

/** What {@link waitForMessage} takes. */
export interface WaitForMessageParameters {
  /** The `requestId` that the call was made with. */
  requestId: string
}

const operation = 'waitForMessage'

/**
 * Waits until a call that is under way has ended, however it ended. Every call answers a promise, which is the better
 * thing to wait for; this is for code that has only the id. Returns at once when no such call is open.
 *
 * @throws {TimeoutError} when the call does not end in time.
 */
export async function waitForMessage(
  client: LinstorClient,
  parameters: WaitForMessageParameters,
  options: CallOptions = {},
): Promise<void> {
  checkParameters(operation, parameters, { requestId: rules.text }, client.config.checkLimits)
  const { timeoutMs = client.config.timeoutMs, signal } = options
  const { requestId } = parameters
  const onTimeout = () =>
    new TimeoutError(`${operation}: the call ${requestId} did not end within ${timeoutMs} ms`, { operation, timeoutMs })
  signal?.throwIfAborted()
  using deadline = new Deadline({ timeoutMs, signal, onTimeout, clock: client.transport.clock })
  await deadline.race(client.transport.ended(requestId))
}
