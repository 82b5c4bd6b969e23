import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from './parseJson.js'
import { stringifyJson } from './stringifyJson.js'

test('whole numbers beyond 2^53 become bigint with all their digits, others stay numbers', () => {
  expect(
    parseJson('{"limit":9223372036854775807,"least":-9223372036854775808,"safe":9007199254740991,"big":1e400}'),
  ).toEqual({
    limit: 2n ** 63n - 1n,
    least: -(2n ** 63n),
    safe: 9007199254740991,
    big: Number.POSITIVE_INFINITY,
  })
  expect(parseJson('[12345678901234567.5, 12345678901234567e3]')).toEqual([
    Number('12345678901234567.5'),
    Number('12345678901234567e3'),
  ])
})

test('digits within texts are left alone', () => {
  const text = '{"a":"9223372036854775807","b\\"9223372036854775807":"\\\\","c":[9223372036854775807]}'
  expect(parseJson(text)).toEqual({ a: '9223372036854775807', 'b"9223372036854775807': '\\', c: [2n ** 63n - 1n] })
})

test('what is no JSON is a SyntaxError', () => {
  for (const text of ['', '{', '9223372036854775807 9223372036854775807']) {
    expect(() => parseJson(text)).toThrow(SyntaxError)
  }
})

test('what stringifyJson writes, parseJson reads back', () => {
  const integers = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.string({ unit: 'binary' }),
      integers.map((n) => (Number.isSafeInteger(Number(n)) ? Number(n) : n)),
      fc.constantFrom(true, false, null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).value
  fc.assert(
    fc.property(value, (input) => {
      expect(parseJson(stringifyJson(input))).toEqual(input)
    }),
  )
})

test('stringifyJson leaves out what JSON.stringify leaves out', () => {
  const input = { a: undefined, b: [undefined, () => 1], c: new Date(0), d: Number.NaN, e: { f: 'é"\\' } }
  expect(stringifyJson(input)).toBe(JSON.stringify(input))
})
