import type { ByteRange } from '../../ranges/ByteRange.js'
import { cutRanges } from '../../ranges/cutRanges.js'
import type { Piece } from './Plan.js'

/**
 * Cuts what is wanted of an object at the borders of its blocks.
 *
 * @param hashes - `undefined` when the blocks' hashes are not known.
 * @param isJoined - Whether the ranges are written one after the other rather than each at its own position.
 */
export function makePieces(
  size: number,
  blockSize: number,
  hashes: readonly string[] | undefined,
  ranges: readonly ByteRange[],
  isJoined: boolean,
): Piece[] {
  const pieces: Piece[] = []
  let joined = 0
  for (const range of ranges) {
    const firstBlock = Math.floor(range.first / blockSize)
    for (let block = firstBlock; block * blockSize <= range.last; block++) {
      const start = block * blockSize
      const length = Math.min(blockSize, size - start)
      for (const { first, last } of cutRanges([range], { first: start, last: start + length - 1 })) {
        const isWhole = last - first + 1 === length
        pieces.push({
          position: first,
          length: last - first + 1,
          at: isJoined ? joined : first,
          hash: isWhole ? hashes?.[block] : undefined,
          isLast: start + length === size && length < blockSize,
        })
        joined += last - first + 1
      }
    }
  }
  return pieces
}
