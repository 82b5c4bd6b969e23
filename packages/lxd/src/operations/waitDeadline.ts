import { Deadline, TimeoutError } from '@x/core-errors'
import type { Operation } from '../schemas/Operation.js'
import type { LxdWaitOptions } from './LxdWaitOptions.js'

/** The bound of a wait: the caller's signal and `waitTimeoutMs`. */
export function waitDeadline(operation: Operation | undefined, options: LxdWaitOptions): Deadline {
  const { waitTimeoutMs, signal, requestId } = options
  const what = operation === undefined ? 'the operation' : `operation ${operation.id} (${operation.description})`
  return new Deadline({
    timeoutMs: waitTimeoutMs,
    signal,
    onTimeout: () =>
      new TimeoutError(`${what} was not over within ${waitTimeoutMs} ms`, {
        timeoutMs: waitTimeoutMs ?? Number.NaN,
        requestId,
        attempts: 1,
        retryable: false,
      }),
  })
}
