/** Some bytes of an object, both ends included. */
export interface ByteRange {
  /** Position of the first byte. */
  readonly first: number
  /** Position of the last byte. */
  readonly last: number
}
