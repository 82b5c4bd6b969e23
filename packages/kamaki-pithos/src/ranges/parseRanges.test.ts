import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRanges } from './parseRanges.js'

test('reads every form, cuts at the end, and leaves out what lies beyond', () => {
  expect(parseRanges('0-9, 5 - 5,90-,-3,4', 100)).toEqual([
    { first: 0, last: 9 },
    { first: 5, last: 5 },
    { first: 90, last: 99 },
    { first: 97, last: 99 },
    { first: 0, last: 4 },
  ])
  expect(parseRanges('95-200,100-,300-400,-0,-500', 100)).toEqual([
    { first: 95, last: 99 },
    { first: 0, last: 99 },
  ])
  expect(parseRanges('0-9', 0)).toEqual([])
})

test.each(['', 'x', '5-3', '1-2-3', '1,,2', '--1', '0x1-2', '1.5'])('refuses «%s»', (text) => {
  expect(() => parseRanges(text, 100)).toThrow(/is not a list of ranges/)
})

test('whatever is read lies within the object', () => {
  const part = fc.oneof(
    fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    fc.nat(50).map((n) => `-${n}`),
    fc.nat(50).map((n) => `${n}-`),
    fc.nat(50).map(String),
  )
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.nat(40), (parts, size) => {
      for (const { first, last } of parseRanges(parts.join(','), size)) {
        expect(first).toBeGreaterThanOrEqual(0)
        expect(last).toBeGreaterThanOrEqual(first)
        expect(last).toBeLessThan(size)
      }
    }),
  )
})
