import type { Rule } from '../check/Rule.js'
import type { ApiVersion } from '../connection/Peer.js'
import type { ReadyConnection } from '../transport/openConnection.js'

/** Where an attempt at a call goes. */
export interface CallTarget extends ReadyConnection {
  /** Whether the limits of the server count, and not only what can be encoded. */
  readonly limits: boolean
}

/** What is known of a call before it is made. */
export interface CallDefinition<Parameters extends object> {
  /** Name of the action. */
  readonly operation: string
  /** Name of the call on the wire. */
  readonly apiCall: string
  /** Whether it only reads. */
  readonly idempotent: boolean
  /** API versions that have the call. @default all that the client speaks */
  readonly apiVersions?: readonly ApiVersion[]
  /** Whether a connection that closes after the request is the expected end. */
  readonly endsWithConnection?: boolean
  /** What each parameter must be. */
  readonly rules: { readonly [Key in keyof Required<Parameters>]: Rule }
  /** What the rules can't say of single parameters. @throws {ConfigurationError} */
  readonly check?: (parameters: Parameters) => void
  /** Refuses other ends that do not know the call. @throws {ConfigurationError} */
  readonly refuse?: (target: CallTarget) => void
  /** Encodes the request message, in the dialect of the other end; missing for calls without one. */
  readonly encode?: (parameters: Parameters, target: CallTarget) => { finish(): Uint8Array }
}
