import type { NodeVersion } from './StoredAccount.js'
import type { StoredObject } from './StoredObject.js'

/** What a container allows. */
export interface ContainerPolicy {
  /** Upper bound of the bytes in it; 0 for none. */
  quota: number
  versioning: 'auto' | 'none'
  /** Id of the project that it is charged to. */
  project: string
}

/** A container. */
export interface StoredContainer {
  /** Id of the account. */
  readonly account: string
  readonly name: string
  policy: ContainerPolicy
  /** The oldest first; at least one. */
  readonly versions: NodeVersion[]
  readonly objects: Map<string, StoredObject>
  /** Names of `objects` by code point; `undefined` when one was added. */
  sortedNames: string[] | undefined
}
