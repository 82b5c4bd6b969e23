import type { LxdChange } from '../LxdChange.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from './LxdWaitOptions.js'
import { waitForOperation } from './waitForOperation.js'

/**
 * Performs an action that most servers do at once, and waits when this one answers an operation instead
 * (API extension `storage_and_network_operations`).
 *
 * @throws {LxdOperationError} when the operation failed or was canceled.
 */
export async function settleChange(
  client: LxdClient,
  act: () => Promise<LxdChange>,
  options: LxdWaitOptions = {},
): Promise<LxdChange> {
  const { operation, location } = await act()
  if (operation === undefined) return { operation, location }
  return { operation: await waitForOperation(client, operation, options), location }
}
