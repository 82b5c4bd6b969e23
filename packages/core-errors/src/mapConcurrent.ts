import { ConfigurationError } from './errors/ConfigurationError.js'

/** How many pieces of work run side by side, and how they stop. */
export interface MapConcurrentOptions {
  /** Upper bound of pieces under way. @default 8 */
  concurrency?: number | undefined
  /** Starts nothing more, and rejects with the signal's own reason. */
  signal?: AbortSignal | undefined
}

/**
 * Runs `work` for every item, a bounded number at a time, and answers the results in the order of the items. After the
 * first failure nothing more is started; what is under way is told through the signal it was given and awaited, then
 * the first error is thrown.
 */
export async function mapConcurrent<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T, index: number, signal: AbortSignal) => Promise<R>,
  options: MapConcurrentOptions = {},
): Promise<R[]> {
  const { concurrency = 8, signal } = options
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new ConfigurationError(`concurrency must be a whole number of at least 1, not ${concurrency}`, {
      path: 'concurrency',
    })
  }
  signal?.throwIfAborted()
  const stop = new AbortController()
  const onAbort = () => stop.abort(signal?.reason)
  signal?.addEventListener('abort', onAbort, { once: true })
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  const results: R[] = []
  let next = 0
  const worker = async () => {
    while (!stop.signal.aborted) {
      const step = await iterator.next()
      if (step.done || stop.signal.aborted) return
      const index = next++
      results[index] = await work(step.value, index, stop.signal)
    }
  }
  const guarded = () =>
    worker().catch((error: unknown) => {
      if (!stop.signal.aborted) stop.abort(error)
    })
  try {
    await Promise.all(Array.from({ length: concurrency }, guarded))
    stop.signal.throwIfAborted()
    return results
  } finally {
    signal?.removeEventListener('abort', onAbort)
    if (stop.signal.aborted) await iterator.return?.()
  }
}
