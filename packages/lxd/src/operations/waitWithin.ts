import { ConfigurationError, type Deadline } from '@x/core-errors'
import { operationDelete } from '../actions/operationDelete.js'
import { LxdOperationError } from '../errors/LxdOperationError.js'
import type { LxdClient } from '../LxdClient.js'
import type { Operation } from '../schemas/Operation.js'
import { awaitFinal } from './awaitFinal.js'
import type { LxdWaitOptions } from './LxdWaitOptions.js'
import type { FeedLease } from './OperationFeed.js'

/** Waits under a bound that exists already, and turns a failed operation into an error. */
export async function waitWithin(
  client: LxdClient,
  operation: Operation,
  lease: FeedLease | undefined,
  deadline: Deadline,
  options: LxdWaitOptions,
): Promise<Operation> {
  if (operation.class === 'token') {
    const text = `operation ${operation.id} holds a token and ends when that is used or canceled: it can't be waited for`
    throw new ConfigurationError(text, { path: 'operation' })
  }
  try {
    const result = await awaitFinal(client, operation, lease, deadline, options)
    if (result.status_code === 200) return result
    throw new LxdOperationError(result, { requestId: options.requestId, attempts: 1 })
  } catch (error) {
    if (deadline.signal.aborted && options.cancelOnAbort === true) {
      // The caller has been answered; whether the server could still cancel is seen in its list of operations.
      void operationDelete(client, { id: operation.id }).catch(() => {})
    }
    throw error
  }
}
