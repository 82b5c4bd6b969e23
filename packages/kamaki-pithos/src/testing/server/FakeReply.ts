/** What a handler answers; the rest of the headers is added to it. */
export interface FakeReply {
  readonly status: number
  /** By name. `undefined` takes one away. */
  readonly headers?: Readonly<Record<string, string | number | undefined>>
  /** Sent as it is; a text as UTF-8. */
  readonly body?: string | Uint8Array | Iterable<Uint8Array> | undefined
  /** Bytes of the body when it is produced on the way. */
  readonly length?: number | undefined
}
