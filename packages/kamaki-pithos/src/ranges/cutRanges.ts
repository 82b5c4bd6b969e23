import type { ByteRange } from './ByteRange.js'

/** The pieces of the ranges that lie within a window, in the order of the ranges. */
export function cutRanges(ranges: readonly ByteRange[], window: ByteRange): ByteRange[] {
  return ranges.flatMap((range) => {
    const first = Math.max(range.first, window.first)
    const last = Math.min(range.last, window.last)
    return first <= last ? [{ first, last }] : []
  })
}
