import { TimeoutError } from '../errors/TimeoutError.js'
import type { CallContext } from './CallContext.js'

/**
 * Hands out a body as a stream that can't hang: silence for longer than the time bound, or the caller's abort, ends it
 * with the right error and closes the connection.
 */
export function guardStream(response: Response, context: CallContext): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader()
  const silent = () =>
    context.abort(
      new TimeoutError(`${context.operation}: the answer's body was silent for ${context.timeoutMs} ms`, {
        ...context,
        retryable: context.idempotent,
      }),
    )
  return new ReadableStream(
    {
      async pull(controller) {
        const cancelTimer = Number.isFinite(context.timeoutMs)
          ? context.clock.schedule(context.timeoutMs, silent)
          : () => {}
        try {
          const step = await reader?.read()
          if (step?.value !== undefined) return controller.enqueue(step.value as Uint8Array<ArrayBuffer>)
          context.release()
          controller.close()
        } catch (error) {
          context.release()
          controller.error(context.explain(error))
        } finally {
          cancelTimer()
        }
      },
      async cancel(reason) {
        context.release()
        await reader?.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
