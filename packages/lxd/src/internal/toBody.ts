import type { LxdUploadBody } from '../LxdUploadBody.js'

/** Makes a standard body of what a caller may upload. */
export function toBody(body: LxdUploadBody): BodyInit {
  if (typeof body !== 'object' || body instanceof ReadableStream || !(Symbol.asyncIterator in body)) return body
  const iterator = body[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const step = await iterator.next()
        if (step.done) controller.close()
        else controller.enqueue(step.value)
      },
      async cancel(reason) {
        await iterator.return?.(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
