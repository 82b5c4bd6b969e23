import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/** Closes a socket at once; properly, or by resetting it. TLS has no reset: there the connection is cut off. */
export function closeSocket(socket: Socket, how: 'properly' | 'reset' = 'properly'): void {
  if (how === 'reset' && !(socket instanceof TLSSocket)) socket.resetAndDestroy()
  else socket.destroy()
}
