import type { FaultRule } from './createFaultQueue.js'

/** Something that goes wrong with one connection when it opens. Several of its fields may be combined. */
export interface ConnectionFault extends FaultRule<number> {
  /** Waits before the `Version` message, in milliseconds. */
  delayMs?: number | undefined
  /** Accepts the connection and says nothing: neither `Version` nor an answer to anything. */
  silent?: boolean | undefined
  /** Sends no `Version` message, but answers calls. */
  noVersion?: boolean | undefined
  /** Announces other API versions. */
  version?: { version: number; minVersion?: number | undefined } | undefined
  /** Announces itself the way API version 1 did, whose header differs. */
  legacy?: boolean | undefined
  /** Sends these bytes first, and then goes on as usual. */
  greeting?: Uint8Array | undefined
  /** Makes nonsense of the `Version` message; as in a call's fault. */
  garble?: 'message' | 'header' | 'frame' | undefined
  /** Sends everything on this connection in pieces of so many bytes. */
  split?: number | undefined
  /** Closes the connection after so many bytes were sent on it; 0 closes it at once. */
  drop?: number | undefined
  /** `drop` resets the connection instead of ending it properly. @default false */
  reset?: boolean | undefined
}
