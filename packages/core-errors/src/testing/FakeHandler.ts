/** A fake server without its network: what a request asks for, it answers. */
export type FakeHandler = (request: Request) => Response | Promise<Response>

/** A request as a fake saw it. */
export interface RecordedRequest {
  readonly method: string
  /** The path as it was sent, still percent-encoded. */
  readonly path: string
  /** The query as it was sent, with its `?`; empty when there is none. */
  readonly search: string
  readonly headers: Headers
  /** The body. Empty when it was longer than 64 KiB or of unknown length: those are not kept. */
  readonly body: () => Promise<Uint8Array<ArrayBuffer>>
}
