/** What a container says about how its objects are cut and hashed. */
export interface BlockInfo {
  /** Bytes of every block but the last. */
  readonly blockSize: number
  /** Name of the algorithm: `sha256`. */
  readonly blockHash: string
}

/** What an object consists of: its size and the hashes of its blocks, in order, repeated blocks repeated. */
export interface Hashmap extends BlockInfo {
  /** Size of the object in bytes. */
  readonly bytes: number
  /** Lower-case hexadecimal. An empty object has none, or the one of an empty block. */
  readonly hashes: readonly string[]
}
