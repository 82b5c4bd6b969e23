import type { HttpCall } from '@x/core-errors/http'
import type { LxdWebSocket } from '../websocket/LxdWebSocket.js'
import type { LxdUpgrade } from './LxdUpgrade.js'

/** Where a WebSocket or an upgraded connection goes, and what may end the attempt. */
export interface LxdConnectCall {
  operation: string
  requestId: string
  /** Path with query, encoded. */
  path: string
  headers?: Readonly<Record<string, string>> | undefined
  signal?: AbortSignal | undefined
  /** Bound of the handshake, in milliseconds. */
  timeoutMs?: number | undefined
}

/** Moves bytes between a client and its server. */
export interface LxdTransport {
  /** Makes a call; `path` has its query, both encoded. */
  send<T>(call: Omit<HttpCall<T>, 'url'> & { path: string }): Promise<T>
  /** Whether a piece of an upload has left when the next is asked for, so that its buffer may be used again. */
  sendsAtOnce(): Promise<boolean>
  /** Opens a WebSocket. @throws {LxdApiError} when the server answers something else. */
  openWebSocket(call: LxdConnectCall): Promise<LxdWebSocket>
  /** Leaves HTTP for another protocol. @throws {LxdApiError} when the server answers something else. */
  upgrade(call: LxdConnectCall, protocol: string): Promise<LxdUpgrade>
  close(): Promise<void>
}
