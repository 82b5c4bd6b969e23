import type { LxdWebSocketEnd } from '../../websocket/LxdWebSocket.js'
import type { JsonBody } from './JsonBody.js'

/** A request as a handler of the fake sees it. */
export interface FakeCall {
  readonly request: Request
  /** The segments that stand for the names of the route, decoded. */
  readonly names: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The project it asks for. */
  readonly project: string
  /** Whether objects are asked for instead of paths. */
  readonly recursion: number
  /** Whether it wants to leave HTTP for a WebSocket. */
  readonly wantsSocket: boolean
  /** The body. @param goType - How the server's texts call what it is. @throws {FakeFault} 400 when it is no JSON object. */
  readonly json: (goType: string) => Promise<JsonBody>
}

/** Answers one operation of the route table. */
export type FakeHandler = (call: FakeCall) => Response | Promise<Response>

/** Handlers by the name of their operation. */
export type FakeHandlers = Readonly<Record<string, FakeHandler>>

/** The server's end of a WebSocket. */
export interface FakeSocket extends AsyncIterable<string | Uint8Array> {
  /** Settles when the connection has ended. */
  readonly closed: Promise<LxdWebSocketEnd>
  /** Sends a message; resolves when the connection takes more. Does nothing when the connection has ended. */
  send(message: string | Uint8Array): Promise<void>
  /** Ends the connection without a goodbye, as LXD does, after what was sent. */
  drop(): void
}
