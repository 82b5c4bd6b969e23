import type { LxdWebSocket } from './LxdWebSocket.js'

/**
 * Reads a WebSocket that only the other direction of matters: its pings are answered, and its end is noticed.
 */
export async function discardMessages(socket: LxdWebSocket): Promise<void> {
  try {
    for await (const _ of socket);
  } catch {
    // Nonsense where nothing was expected ends the connection, which whoever sends notices.
  }
}
