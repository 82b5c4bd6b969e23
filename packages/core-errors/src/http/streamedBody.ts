import type { DirectBody } from './directBodies.js'

/**
 * The body of an answer that comes as a stream of the standard. Takes the stream for itself at once: Node cancels one that
 * nobody has taken when its `Response` is collected as garbage.
 */
export function streamedBody(body: ReadableStream<Uint8Array> | null): DirectBody {
  const reader = body?.getReader()
  let rest: Uint8Array<ArrayBuffer> = new Uint8Array()
  const next = async () => {
    if (rest.length > 0) {
      const chunk = rest
      rest = new Uint8Array()
      return chunk
    }
    return (await reader?.read())?.value as Uint8Array<ArrayBuffer> | undefined
  }
  return {
    next,
    async fill(buffer, onArrival = () => {}) {
      let filled = 0
      while (filled < buffer.length) {
        if (rest.length === 0) {
          const chunk = await next()
          if (chunk === undefined) break
          onArrival()
          rest = chunk
        }
        const piece = rest.subarray(0, buffer.length - filled)
        buffer.set(piece, filled)
        filled += piece.length
        rest = rest.subarray(piece.length)
      }
      return filled
    },
    cancel: async (reason) => reader?.cancel(reason),
  }
}
