import { ProtocolError } from '@x/core-errors'
import type { LxdConfig } from '../config/LxdConfig.js'
import type { LxdNetwork } from '../transport/LxdNetwork.js'
import type { LxdConnectCall } from '../transport/LxdTransport.js'
import { DuplexWebSocket } from './DuplexWebSocket.js'
import type { LxdWebSocket } from './LxdWebSocket.js'

// Fixed by RFC 6455, section 1.3: proves that the other side knows what it was asked for.
const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/**
 * Opens a WebSocket. No `Origin` is sent: servers compare it, and only browsers have one.
 *
 * @throws {LxdApiError} with the server's answer when it refuses.
 */
export async function connectWebSocket(
  network: LxdNetwork,
  config: LxdConfig,
  call: LxdConnectCall,
): Promise<LxdWebSocket> {
  const key = base64(crypto.getRandomValues(new Uint8Array(16)))
  const headers = { 'sec-websocket-version': '13', 'sec-websocket-key': key }
  const { socket, headers: answered } = await network.switchProtocol(call, 'websocket', headers)
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(key + guid))
  const { operation, requestId } = call
  if (answered.get('sec-websocket-accept') !== base64(new Uint8Array(digest))) {
    socket.destroy()
    throw new ProtocolError(`${operation}: the server's WebSocket handshake does not fit the request`, {
      operation,
      requestId,
    })
  }
  return new DuplexWebSocket(socket, { operation, requestId, maxMessageBytes: config.maxMessageBytes })
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
