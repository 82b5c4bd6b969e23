import type { BlockHasher } from '../../hashing/BlockHasher.js'

/** How a fake object store is set up. */
export interface PithosSettings {
  /** In bytes. */
  readonly blockSize: number
  readonly hasher: BlockHasher
  /** MD5 of content, hexadecimal. */
  readonly md5: (chunks: Iterable<Uint8Array>) => string
  /** Whether the service computes MD5 sums and answers them as `ETag`. */
  readonly md5Checksums: boolean
  /** Entries of a listing at most. */
  readonly listingLimit: number
  /** Path of the service below the cloud's origin, without the version. */
  readonly path: string
  /** What the addresses of published objects begin with. */
  readonly publicUrl: () => string
}
