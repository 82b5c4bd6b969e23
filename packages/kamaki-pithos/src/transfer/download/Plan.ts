import type { ObjectInfo } from '../../info/ObjectInfo.js'

/** A part of an object that one request asks for: a block, or a part of one. */
export interface Piece {
  /** Position of its first byte in the object. */
  readonly position: number
  readonly length: number
  /** Position at which it is written. */
  readonly at: number
  /** Hash of the block; `undefined` when the piece is no whole block, and so can't be verified. */
  readonly hash: string | undefined
  /** Whether its block may be longer on the server than the object shows: only the last one. */
  readonly isLast: boolean
}

/** What a download consists of. */
export interface Plan {
  readonly info: ObjectInfo
  /** Size of the object. */
  readonly size: number
  /** Size of what is wanted of it. */
  readonly wanted: number
  readonly blockSize: number
  readonly blockHash: string
  readonly pieces: readonly Piece[]
}
