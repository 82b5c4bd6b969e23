/** How a WebSocket ended. */
export interface LxdWebSocketEnd {
  /** The code of the server's close frame; 1005 when it had none, 1006 when the connection ended without one. */
  code: number
  reason: string
}

/** An open WebSocket. Reading is driven by the consumer: what is not read stays on the wire. */
export interface LxdWebSocket extends AsyncIterable<string | Uint8Array<ArrayBuffer>>, AsyncDisposable {
  /** Settles when the connection has ended, whoever ended it. Never rejects. */
  readonly closed: Promise<LxdWebSocketEnd>
  /** Sends a text (string) or binary message; resolves when the connection takes more. @throws {ConnectionError} */
  send(message: string | Uint8Array): Promise<void>
  /** Says goodbye and ends the connection; does not wait for the other side for longer than a second. */
  close(code?: number, reason?: string): Promise<void>
  /**
   * Whether pings are answered. Servers never read where they only write: an answer waiting there when they end the
   * connection resets it, and what has not arrived yet is lost. Set it before the first message is read. @default true
   */
  setAnswersPings?(answers: boolean): void
  /** Whether an open connection keeps the process alive. @default true */
  setKeepAlive(keep: boolean): void
}
