/** Something that goes wrong with one request. Several of its fields may be combined. */
export interface Fault {
  /** Which requests it strikes. @default every request */
  match?: ((request: Request) => boolean) | undefined
  /** How many requests it strikes. @default 1 */
  times?: number | undefined
  /** Waits before anything else happens, in milliseconds. */
  delayMs?: number | undefined
  /** Answers this; the server does not see the request. */
  status?: number | undefined
  /** Headers of the answer that `status` makes. */
  headers?: Readonly<Record<string, string>> | undefined
  /** Body of the answer that `status` makes; anything but text is sent as JSON. */
  body?: unknown
  /**
   * Closes the connection: `before` the server sees the request, `after` it did the work but before it answers, or
   * after so many bytes of the answer's body.
   */
  drop?: 'before' | 'after' | number | undefined
  /** Closes the connection after so many bytes of the request's body; the server does not see the request. */
  cutBody?: number | undefined
  /** Never answers; ends when the client gives up. */
  hang?: boolean | undefined
  /** Inverts the bits of the answer's body. */
  garble?: boolean | undefined
  /** Sends the answer's body in pieces of so many bytes. */
  split?: number | undefined
}
