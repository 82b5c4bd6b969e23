import type { LxdWebSocket } from './LxdWebSocket.js'

// The server holds a whole message in memory before it passes it on.
const pieceBytes = 65_536

/** What happens at the end of an input. */
export interface InputStreamOptions {
  onClose(): Promise<void>
  onAbort(): Promise<void>
}

/** A stream whose bytes, or UTF-8 texts, are sent over a WebSocket as binary messages. */
export function inputStream(
  socket: LxdWebSocket,
  { onClose, onAbort }: InputStreamOptions,
): WritableStream<Uint8Array | string> {
  return new WritableStream<Uint8Array | string>({
    async write(chunk) {
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
      for (let start = 0; start < bytes.byteLength; start += pieceBytes) {
        await socket.send(bytes.subarray(start, start + pieceBytes))
      }
    },
    close: onClose,
    abort: onAbort,
  })
}
