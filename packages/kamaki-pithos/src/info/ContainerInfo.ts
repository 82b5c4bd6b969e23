import type { BlockInfo } from '../hashing/Hashmap.js'
import type { PithosHeaders } from '../headers/decodeHeaders.js'

/** What a container allows. */
export interface ContainerPolicyInfo {
  /** Upper bound of the bytes in it; 0 for none. `undefined` in another user's container, as the others. */
  readonly quota: bigint | undefined
  /** `auto` keeps every version of an object, `none` only the last. */
  readonly versioning: 'auto' | 'none' | (string & {}) | undefined
  /** Id of the project that it is charged to. */
  readonly project: string | undefined
}

/** What the server says about a container. */
export interface ContainerInfo extends BlockInfo {
  /** When the container or something in it changed last. */
  readonly lastModified: Date | undefined
  /** `undefined` in another user's container. */
  readonly objectCount: number | undefined
  /** Bytes that its objects take; `undefined` in another user's container. */
  readonly bytesUsed: number | undefined
  /** The latest change before the time that was asked about. */
  readonly untilTimestamp: Date | undefined
  /** Keys of the metadata that its objects have. */
  readonly objectMeta: readonly string[]
  readonly policy: ContainerPolicyInfo
  /** By lower-case key. */
  readonly meta: Readonly<Record<string, string>>
  readonly headers: PithosHeaders
}
