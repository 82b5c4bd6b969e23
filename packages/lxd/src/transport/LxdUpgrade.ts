/** A connection that left HTTP behind for the protocol that was asked for. */
export interface LxdUpgrade extends AsyncDisposable {
  /** Headers of the server's answer. */
  readonly headers: Headers
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream<Uint8Array>
  /** Ends the connection. Safe to call twice. */
  close(): Promise<void>
}
