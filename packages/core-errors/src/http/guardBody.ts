import { TimeoutError } from '../errors/TimeoutError.js'
import type { CallContext } from './CallContext.js'
import { directBodies } from './directBodies.js'
import { streamedBody } from './streamedBody.js'

/** A body that is read as it arrives, in one of two ways. */
export interface GuardedBody {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
  /** Fills a buffer with what comes next; answers less than fits only at the end. */
  readonly fill: (buffer: Uint8Array) => Promise<number>
}

/**
 * Hands out a body that can't hang: silence for longer than the time bound, or the caller's abort, ends it with the right
 * error and closes the connection.
 */
export function guardBody(response: Response, context: CallContext): GuardedBody {
  const silent = () =>
    context.abort(
      new TimeoutError(`${context.operation}: the answer's body was silent for ${context.timeoutMs} ms`, {
        ...context,
        retryable: context.idempotent,
      }),
    )
  const guarded = async <T>(read: (onArrival: () => void) => Promise<T>): Promise<T> => {
    const { clock, timeoutMs } = context
    let last = clock.elapsed()
    const check = () => {
      const left = timeoutMs - (clock.elapsed() - last)
      if (left <= 0) silent()
      else cancelTimer = clock.schedule(left, check)
    }
    let cancelTimer = Number.isFinite(timeoutMs) ? clock.schedule(timeoutMs, check) : () => {}
    try {
      context.callerSignal?.throwIfAborted()
      return await read(() => {
        last = clock.elapsed()
      })
    } catch (error) {
      context.release()
      throw context.explain(error)
    } finally {
      cancelTimer()
    }
  }

  const body = directBodies.get(response) ?? streamedBody(response.body)
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const chunk = await guarded(() => body.next())
        if (chunk !== undefined) return controller.enqueue(chunk)
        context.release()
        controller.close()
      },
      async cancel(reason) {
        context.release()
        await body.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
  const fill = async (buffer: Uint8Array): Promise<number> => {
    const filled = await guarded((onArrival) => body.fill(buffer, onArrival))
    if (filled < buffer.length) context.release()
    return filled
  }
  return { stream, fill }
}
