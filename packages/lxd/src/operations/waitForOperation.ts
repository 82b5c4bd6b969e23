import type { LxdClient } from '../LxdClient.js'
import type { Operation } from '../schemas/Operation.js'
import type { LxdWaitOptions } from './LxdWaitOptions.js'
import { OperationFeed } from './OperationFeed.js'
import { waitDeadline } from './waitDeadline.js'
import { waitWithin } from './waitWithin.js'

/**
 * Waits for the end of an operation, with one request. Call it at once: servers forget an operation 5 s after its end.
 * `runOperation` has no such limit.
 *
 * @returns The operation in its final state, which is success.
 * @throws {LxdOperationError} when it failed or was canceled.
 * @throws {LxdOperationLostError} when the server can't tell how it ended.
 * @throws {TimeoutError} when `waitTimeoutMs` passed; the operation goes on unless `cancelOnAbort` is set.
 * @throws {ConfigurationError} for an operation of class `token`, which stays until its token is used.
 */
export async function waitForOperation(
  client: LxdClient,
  operation: Operation,
  options: LxdWaitOptions = {},
): Promise<Operation> {
  using deadline = waitDeadline(operation, options)
  const lease = options.onProgress && (await OperationFeed.of(client).lease(deadline.signal))
  try {
    return await waitWithin(client, operation, lease, deadline, options)
  } finally {
    lease?.release()
  }
}
