import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/**
 * Closes a socket at once; properly, or by resetting it. TLS has no reset: there the connection is cut off. One that is
 * just being ended is not reset either, as Node would lose its handle (`reset EINVAL`) and never close it.
 */
export function closeSocket(socket: Socket, how: 'properly' | 'reset' = 'properly'): void {
  const isEnding = socket.writableEnded && !socket.writableFinished
  if (how === 'reset' && !isEnding && !(socket instanceof TLSSocket)) socket.resetAndDestroy()
  else socket.destroy()
}
