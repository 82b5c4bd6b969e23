import { ConfigurationError } from '@x/core-errors'
import type { ByteRange } from './ByteRange.js'

/**
 * Reads a list of ranges: `0-99`, `100-` (to the end), `99` (the same as `0-99`), `-10` (the last ten), joined by commas.
 *
 * The server refuses a range that reaches beyond the end; here it is cut, and one that lies beyond is left out.
 *
 * @param text - Blanks are ignored.
 * @param size - Size of the object in bytes.
 * @returns In the order of the text; they may overlap.
 * @throws {ConfigurationError} when the text is no such list.
 */
export function parseRanges(text: string, size: number): ByteRange[] {
  return text.split(',').flatMap((part) => {
    const range = parseRange(part.trim(), size, text)
    const last = Math.min(range.last, size - 1)
    return range.first <= last ? [{ first: range.first, last }] : []
  })
}

function parseRange(part: string, size: number, text: string): ByteRange {
  const [, from = '', dash, to = ''] = /^(\d*)\s*(-)?\s*(\d*)$/.exec(part) ?? []
  if (from === '' && to === '') throw badRange(text)
  if (dash === undefined) return { first: 0, last: Number(from) }
  if (from === '') return { first: Math.max(0, size - Number(to)), last: size - 1 }
  if (to === '') return { first: Number(from), last: size - 1 }
  if (Number(from) > Number(to)) throw badRange(text)
  return { first: Number(from), last: Number(to) }
}

const badRange = (text: string) =>
  new ConfigurationError(`«${text}» is not a list of ranges such as 0-99,200-,-10`, { path: 'range' })
