import { type Deadline, isConnectionError, sleep } from '@x/core-errors'
import { operationWaitGet } from '../actions/operationWaitGet.js'
import { isLxdNotFound } from '../errors/LxdApiError.js'
import { LxdOperationLostError } from '../errors/LxdOperationLostError.js'
import type { LxdClient } from '../LxdClient.js'
import type { Operation } from '../schemas/Operation.js'
import { isFinal } from './isFinal.js'
import type { LxdWaitOptions } from './LxdWaitOptions.js'
import type { FeedLease } from './OperationFeed.js'
import { progressOf } from './progressOf.js'

// How long the answer of `/wait`, which is due, may take once an event said that the operation is over.
const graceMs = 250
// A server that answers early is not asked in a tight loop.
const pauseMs = 100

/**
 * Waits for the end of an operation with one `/wait`, whose answer is kept: a second question would race with the
 * server forgetting the operation. What the feed saw counts when `/wait` can't answer.
 *
 * @throws {LxdOperationLostError} when neither can tell.
 */
export async function awaitFinal(
  client: LxdClient,
  operation: Operation,
  lease: FeedLease | undefined,
  deadline: Deadline,
  options: LxdWaitOptions,
): Promise<Operation> {
  if (isFinal(operation)) return operation
  const { requestId, headers, onProgress } = options
  const stop = new AbortController()
  let told = false
  const tell = (state: Operation) => {
    told ||= isFinal(state)
    onProgress?.(progressOf(state))
  }
  const fed = watchFeed(operation.id, lease, tell)
  const ask = async (): Promise<Operation> => {
    const signal = AbortSignal.any([deadline.signal, stop.signal])
    const call = { signal, timeoutMs: Number.POSITIVE_INFINITY, retry: false as const, requestId, headers }
    for (;;) {
      const state = await operationWaitGet(client, { id: operation.id, timeout: -1 }, call)
      if (isFinal(state)) return state
      await sleep(pauseMs, { signal })
    }
  }
  const asked = ask()
  const ended = Promise.race([asked, fed.then((state) => state ?? asked).then((state) => preferAnswer(asked, state))])
  try {
    const state = await deadline.race(ended)
    if (!told) tell(state)
    return state
  } catch (cause) {
    if (deadline.signal.aborted || !(isLxdNotFound(cause) || isConnectionError(cause))) throw cause
    const state = await deadline.race(fed)
    if (state !== undefined) return state
    throw new LxdOperationLostError(operation.id, { requestId, cause, operation: operation.description || undefined })
  } finally {
    stop.abort()
  }
}

// The final state that the feed told, or `undefined` when it can't tell any more.
function watchFeed(
  id: string,
  lease: FeedLease | undefined,
  tell: (state: Operation) => void,
): Promise<Operation | undefined> {
  if (lease === undefined || !lease.live) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    lease.watch(id, {
      onState(state) {
        try {
          tell(state)
        } catch (error) {
          reject(error)
        }
        if (isFinal(state)) resolve(state)
      },
      onBroken: () => resolve(undefined),
    })
  })
}

async function preferAnswer(asked: Promise<Operation>, state: Operation): Promise<Operation> {
  const patience = new AbortController()
  const late = sleep(graceMs, { signal: patience.signal }).then(() => state)
  try {
    return await Promise.race([asked.catch(() => state), late])
  } finally {
    patience.abort()
    late.catch(() => {}) // ended by the line above
  }
}
