import type { Duplex } from 'node:stream'
import type { LxdConnectCall } from './LxdTransport.js'

/** A connection that the server switched to another protocol. */
export interface SwitchedConnection {
  readonly socket: Duplex
  readonly headers: Headers
}

/** What a runtime lends: HTTP requests, and connections that leave HTTP. */
export interface LxdNetwork {
  readonly fetch: typeof globalThis.fetch
  /** Whether `fetch` asks for the next piece of a body only when the one before has left. */
  readonly sendsAtOnce: boolean
  /** @throws {LxdApiError} when the server answers in place of switching. */
  switchProtocol(
    call: LxdConnectCall,
    protocol: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<SwitchedConnection>
  /** The two directions of a connection as standard streams. */
  toWeb(socket: Duplex): { readable: ReadableStream<Uint8Array>; writable: WritableStream<Uint8Array> }
  close(): Promise<void>
}
