import type { FakeUser } from '@x/kamaki-astakos/testing'

/** Where a request goes; what is missing is `undefined`. */
export interface FakePath {
  readonly account: string | undefined
  readonly container: string | undefined
  readonly name: string | undefined
}

/** A request as the handlers see it: routed, authenticated, decoded. */
export interface FakeRequest extends Required<FakePath> {
  readonly method: string
  /** Who asks. */
  readonly user: FakeUser
  /** First value of each key. */
  readonly query: ReadonlyMap<string, string>
  /** By lower-case name, percent-decoded. */
  readonly headers: ReadonlyMap<string, string>
  /** Whether a listing is wanted as text. */
  readonly asText: boolean
  /** The body as it arrives. */
  readonly body: () => AsyncIterable<Uint8Array>
  /** The request itself, for what only the runtime can read: web forms. */
  readonly raw: Request
}
