/**
 * A connection as the client uses it: the part of Node's `Duplex` and `net.Socket` that it needs. Bytes come as
 * `Uint8Array`, which the receiver may keep.
 */
export interface LinstorDuplex {
  /** Sends bytes, after all that was given before. `false` asks for a pause until `drain`. */
  write(bytes: Uint8Array): boolean
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown
  on(event: 'drain' | 'end' | 'close', listener: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  /** Stops `data` for a while. */
  pause(): unknown
  resume(): unknown
  /** Ends both directions at once; `close` follows. */
  destroy(): unknown
  /** Whether it was closed already when it was handed over. */
  readonly destroyed?: boolean
  /** Makes the connection keep the process alive. */
  ref?(): unknown
  /** Lets the process end although the connection is open. */
  unref?(): unknown
}
