import type { LxdWebSocket } from './LxdWebSocket.js'

// What is read ahead of the reader, so that a short output arrives, and its connection ends, whether it is read or not.
const readAheadBytes = 1_048_576

/** How the bytes of a WebSocket become a stream. */
export interface OutputStreamOptions {
  /** Called when the server has said that there is no more. */
  onEnd?(): void
  /** Called when the connection ended without that word; answers the error of the stream, or nothing if that is fine. */
  onLost(): Promise<unknown>
  /** Fails the stream at once, with its reason. */
  signal?: AbortSignal | undefined
}

/**
 * What a server sends over a WebSocket as a stream of bytes. An empty text message ends it: an empty binary one, or a
 * pause, does not. Cancelled, it goes on to be read and thrown away, so that the sender does not wait for ever.
 *
 * @see LXD 5.0 REST API, `instance_exec_post`
 */
export function outputStream(
  socket: LxdWebSocket,
  { onEnd, onLost, signal }: OutputStreamOptions,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const messages = socket[Symbol.asyncIterator]()
  let fail = () => {}
  const next = async (): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    for (;;) {
      const { done, value } = await messages.next()
      if (done) {
        const error = await onLost()
        if (error !== undefined) throw error
        return undefined
      }
      if (value === '') {
        onEnd?.()
        return undefined
      }
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
      if (bytes.byteLength > 0) return bytes
    }
  }
  const discard = async (): Promise<void> => {
    let bytes = await next()
    while (bytes !== undefined) bytes = await next()
  }
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        fail = () => controller.error(signal?.reason)
        signal?.addEventListener('abort', fail, { once: true })
      },
      async pull(controller) {
        const bytes = await next()
        if (signal?.aborted) return
        if (bytes !== undefined) return controller.enqueue(bytes)
        signal?.removeEventListener('abort', fail)
        controller.close()
      },
      cancel() {
        signal?.removeEventListener('abort', fail)
        discard().catch(() => {}) // nobody is left to be told
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: readAheadBytes }),
  )
}
