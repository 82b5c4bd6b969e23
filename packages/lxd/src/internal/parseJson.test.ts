import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from './parseJson.js'
import { stringifyJson } from './stringifyJson.js'

test('whole numbers keep all their digits', () => {
  expect(parseJson('{"a":18446744073709551615,"b":[-9223372036854775808],"c":9007199254740991}')).toEqual({
    a: 18_446_744_073_709_551_615n,
    b: [-9_223_372_036_854_775_808n],
    c: 9_007_199_254_740_991,
  })
})

test('fractions, exponents and texts with many digits stay what they are', () => {
  const text = '{"a":0.12345678901234567,"b":1e300,"c":"12345678901234567890"}'
  expect(parseJson(text)).toEqual(JSON.parse(text))
})

test('what was read is written again with the same digits', () => {
  const text = '{"a":18446744073709551615,"b":[1,null,"x"]}'
  expect(stringifyJson(parseJson(text))).toBe(text)
})

test('any whole number survives', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), (value) => {
      const read = parseJson(`{"n":${value},"pad":1111111111111111}`) as { n: number | bigint }
      expect(BigInt(read.n)).toBe(value)
    }),
  )
})
