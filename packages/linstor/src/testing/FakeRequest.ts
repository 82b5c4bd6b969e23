/** A call as the fake received it. */
export interface FakeRequest {
  /** Name of the call, for example `CrtNode`. */
  readonly call: string
  /** The id that the client chose. */
  readonly id: bigint
  /** The decoded message. Undefined when there was none, or when it could not be decoded. */
  readonly message: unknown
  /** Which connection it came in on, counted from 1. */
  readonly connection: number
  /** Whether it was sent as a message that wants no COMPLETE. */
  readonly oneway: boolean
}
