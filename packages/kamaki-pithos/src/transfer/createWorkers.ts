/** A buffer of one block that is used for one task after the other. */
export type Buffers = () => Uint8Array<ArrayBuffer>

/** A bounded number of tasks under way, each with one buffer to itself. */
export interface Workers {
  /** Aborts at the first failure of a task, or with the caller's signal. */
  readonly signal: AbortSignal
  /** Runs a task as soon as there is room. What it is given answers its buffer. */
  readonly add: (task: (buffer: Buffers) => Promise<void>) => void
  /** Waits until all tasks are done. @throws the first failure, after all that was under way has settled */
  readonly idle: () => Promise<void>
  /** How many tasks wait or are under way. */
  readonly pending: () => number
  /** Ends everything with a reason and forgets the caller's signal. */
  readonly stop: (reason: unknown) => Promise<void>
}

/**
 * Makes workers.
 *
 * @param bufferSize - Bytes of each buffer; it is made when a task asks for it.
 */
export function createWorkers(concurrency: number, bufferSize: () => number, signal: AbortSignal | undefined): Workers {
  const controller = new AbortController()
  const queue: ((buffer: Buffers) => Promise<void>)[] = []
  const free: Uint8Array<ArrayBuffer>[] = []
  let running = 0
  let waiting: (() => void)[] = []
  const onAbort = () => controller.abort(signal?.reason)
  if (signal?.aborted) onAbort()
  else signal?.addEventListener('abort', onAbort, { once: true })

  const run = async (task: (buffer: Buffers) => Promise<void>) => {
    let own: Uint8Array<ArrayBuffer> | undefined
    try {
      await task(() => {
        own ??= free.pop() ?? new Uint8Array(bufferSize())
        return own
      })
    } catch (error) {
      controller.abort(error)
    } finally {
      if (own !== undefined) free.push(own)
      running--
      next()
    }
  }
  const next = () => {
    if (controller.signal.aborted) queue.length = 0
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      running++
      void run(task)
      if (running >= concurrency) break
    }
    if (running > 0) return
    for (const wake of waiting) wake()
    waiting = []
  }
  const settled = async () => {
    if (running > 0 || queue.length > 0) await new Promise<void>((resolve) => waiting.push(resolve))
  }
  return {
    signal: controller.signal,
    add: (task) => {
      if (controller.signal.aborted) return
      queue.push(task)
      if (running < concurrency) next()
    },
    idle: async () => {
      await settled()
      controller.signal.throwIfAborted()
    },
    pending: () => running + queue.length,
    stop: async (reason) => {
      signal?.removeEventListener('abort', onAbort)
      if (!controller.signal.aborted) controller.abort(reason)
      await settled()
    },
  }
}
