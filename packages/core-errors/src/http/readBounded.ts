import { ProtocolError } from '../errors/ProtocolError.js'
import type { CallContext } from './CallContext.js'

type WholeBody = { bytes(): Promise<Uint8Array<ArrayBuffer>>; text(): Promise<string> }

/** Reads a body whole, but never more than the context allows. */
export async function readBounded<T>(
  response: Response,
  context: CallContext,
  read: (body: WholeBody) => Promise<T>,
): Promise<T> {
  const announced = Number(response.headers.get('content-length') ?? Number.NaN)
  if (announced > context.maxResponseBytes) {
    await response.body?.cancel()
    throw tooLong(context)
  }
  // HTTP itself holds a plain body to its announced length; what is compressed or chunked is counted here.
  if (Number.isFinite(announced) && !response.headers.has('content-encoding')) return read(wholeBody(response))
  return read(wholeBody(new Response(response.body?.pipeThrough(countBytes(context)))))
}

const wholeBody = (response: Response): WholeBody => ({
  text: () => response.text(),
  bytes: async () => new Uint8Array(await response.arrayBuffer()),
})

function countBytes(context: CallContext): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let total = 0
  return new TransformStream({
    transform(chunk, controller) {
      total += chunk.byteLength
      if (total > context.maxResponseBytes) controller.error(tooLong(context))
      else controller.enqueue(chunk)
    },
  })
}

const tooLong = (context: CallContext): ProtocolError =>
  new ProtocolError(
    `${context.operation}: the answer is longer than ${context.maxResponseBytes} bytes; raise maxResponseBytes if that is expected`,
    context,
  )
