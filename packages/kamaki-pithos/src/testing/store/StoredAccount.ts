import type { StoredContainer } from './StoredContainer.js'

/** A version of an account or a container: made when its metadata change. */
export interface NodeVersion {
  readonly id: number
  /** When it was made, in seconds since 1970. */
  readonly at: number
  /** By header name. */
  readonly meta: ReadonlyMap<string, string>
}

/** An account: comes into being when its owner first uses it. */
export interface StoredAccount {
  /** The user's id. */
  readonly id: string
  /** The oldest first; at least one. */
  readonly versions: NodeVersion[]
  /** Ids of the members by the group's name. */
  readonly groups: Map<string, readonly string[]>
  readonly containers: Map<string, StoredContainer>
}
