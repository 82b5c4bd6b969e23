import { TimeoutError } from '@x/core-errors'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import { contentTypes } from './contentTypes.js'
import { toBody } from './toBody.js'

/** An upload whose bound is silence, not length: a large file may take hours as long as it moves. */
export interface GuardedUpload extends Disposable {
  readonly stream: ReadableStream<Uint8Array>
  /** Set for multipart forms. */
  readonly contentType: string | null
  /** Aborts when the server takes nothing, and answers nothing, for too long; also with the caller's own signal. */
  readonly signal: AbortSignal
}

/** @param timeoutMs - The longest silence. */
export function guardUpload(
  body: LxdUploadBody,
  operation: string,
  timeoutMs: number,
  callerSignal: AbortSignal | undefined,
): GuardedUpload {
  const stop = new AbortController()
  const silent = () => {
    const text = `${operation}: the server took nothing of the upload for ${timeoutMs} ms`
    stop.abort(new TimeoutError(text, { operation, timeoutMs, attempts: 1, retryable: false }))
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const rearm = () => {
    clearTimeout(timer)
    if (Number.isFinite(timeoutMs)) timer = setTimeout(silent, timeoutMs)
  }
  const known = typeof body === 'object' ? contentTypes.get(body) : undefined
  const response = new Response(toBody(body))
  const reader = response.body?.getReader()
  rearm()
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // How long the caller's own source takes is the caller's affair.
        clearTimeout(timer)
        const step = await reader?.read()
        rearm()
        if (step?.value === undefined) controller.close()
        else controller.enqueue(step.value)
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  )
  return {
    stream,
    contentType: body instanceof FormData ? response.headers.get('content-type') : (known ?? null),
    signal: callerSignal === undefined ? stop.signal : AbortSignal.any([stop.signal, callerSignal]),
    [Symbol.dispose]: () => clearTimeout(timer),
  }
}
