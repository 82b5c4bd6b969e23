import { expect, test } from 'vitest'
import { cutRanges } from '../src/ranges/cutRanges.js'
import { parseRanges } from '../src/ranges/parseRanges.js'
import { readFixture } from './support/readFixture.js'

interface RangeCase {
  start: number
  end: number
  max: number
  range: string | null
  result?: string
  error?: string
}

const { cases } = readFixture<{ cases: RangeCase[] }>('pithos-ranges.json')

test.each(cases.map((item) => [JSON.stringify(item), item] as const))('a window cut with a range: %s', (_, item) => {
  const { start, end, max, range, result } = item
  const ranges = range === null ? [{ first: 0, last: max - 1 }] : parseRanges(range, max)
  const pieces = cutRanges(ranges, { first: start, last: end })
  const text = pieces.map(({ first, last }) => `${first}-${last}`).join(',')
  // The reference fails on a window that ends before it starts; here nothing lies within it.
  expect(text).toBe(item.error === undefined ? result : '')
})
