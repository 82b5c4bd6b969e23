/** Computes the hashes of one algorithm as the object store computes them. */
export interface BlockHasher {
  /** The name that the server gives the algorithm: `sha256`. */
  readonly algorithm: string
  /** How many hexadecimal digits a hash has. */
  readonly hexLength: number
  /**
   * The hash of one block: the digest of its bytes without the zero bytes at its end, in lower-case hexadecimal digits.
   * At once where the runtime can, else as a promise.
   */
  readonly block: (bytes: Uint8Array) => string | Promise<string>
  /**
   * The hash of one block, computed on another thread where the runtime has one for it that is free. The bytes are copied
   * at once; it costs more than `block`, but holds nothing else up.
   */
  readonly blockAside: (bytes: Uint8Array) => Promise<string>
  /** The digest of all the bytes, zeros included, in lower-case hexadecimal digits. */
  readonly digest: (bytes: Uint8Array) => string | Promise<string>
}
