import type { LxdChange } from '../LxdChange.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from './LxdWaitOptions.js'
import { OperationFeed } from './OperationFeed.js'
import { waitDeadline } from './waitDeadline.js'
import { waitWithin } from './waitWithin.js'

/**
 * Performs an action and waits for the operation that it starts, if it starts one: some servers do at once what others
 * answer an operation for. Events are subscribed to before the action, so that no state is missed.
 *
 * @param act - Performs the action once.
 * @returns What the action answered, with the operation in its final state.
 * @throws {LxdOperationError} when the operation failed or was canceled.
 * @throws {LxdOperationLostError} when the server can't tell how it ended.
 * @example
 * await runOperation(client, () => storagePoolVolumesTypeSnapshotsPost(client, { poolName, type: 'custom', volumeName, name: 's1' }))
 */
export async function runOperation(
  client: LxdClient,
  act: () => Promise<LxdChange>,
  options: LxdWaitOptions = {},
): Promise<LxdChange> {
  using deadline = waitDeadline(undefined, options)
  const lease = await OperationFeed.of(client).lease(deadline.signal)
  try {
    const { operation, location } = await act()
    if (operation === undefined) return { operation, location }
    return { operation: await waitWithin(client, operation, lease, deadline, options), location }
  } finally {
    lease.release()
  }
}
