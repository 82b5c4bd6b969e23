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

test('a long number is found wherever it stands', () => {
  for (let shift = 0; shift < 40; shift++) {
    expect(parseJson(`${' '.repeat(shift)}[1234567890123456789]`)).toEqual([1234567890123456789n])
    expect(parseJson(`${' '.repeat(shift)}[9007199254740993]`)).toEqual([9007199254740993n])
  }
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

test('texts that look like long integers among punctuation are told from them', () => {
  const digits = ['9223372036854775807', '-12345678901234567', '1234567890123456', '00012345678901234567']
  const pieces = fc.constantFrom('"', '\\', ':', ',', '[', '{', ' ', '\n', 'a', 'é', '1.5', ...digits)
  const text = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''))
  const number = fc.constantFrom(...digits.slice(0, 3).map(BigInt), 7n, 2n ** 100n, 10n ** 1_200n)
  const document = fc.letrec((tie) => ({
    value: fc.oneof(
      text,
      number,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(text, tie('value'), { maxKeys: 4 }),
    ),
  })).value
  fc.assert(
    fc.property(document, (value) => {
      const json = stringifyJson(value)
      // The runtime's own access to the text of a number says what is exact.
      const exact = (_: string, found: unknown, context?: { source?: string }) =>
        typeof found === 'number' && !Number.isSafeInteger(found) && /^-?\d{1,1000}$/.test(context?.source ?? '')
          ? BigInt(context!.source!)
          : found
      const expected = JSON.parse(json, exact as (key: string, value: unknown) => unknown)
      expect(parseJson(json)).toEqual(expected)
      expect(parseJson(new TextEncoder().encode(json))).toEqual(expected)
    }),
    { numRuns: 1_000 },
  )
})

test('an integer that JSON does not allow stays a SyntaxError', () => {
  for (const text of [
    '01234567890123456789',
    '[12345678901234567 8]',
    '{12345678901234567:1}',
    '--12345678901234567',
  ]) {
    expect(() => parseJson(text)).toThrow(SyntaxError)
  }
})

test('nests as deep as JSON.parse does', () => {
  const depth = 100_000
  const json = `${'['.repeat(depth)}9223372036854775807${']'.repeat(depth)}`
  let inner = parseJson(json)
  for (let level = 0; level < depth; level++) inner = (inner as unknown[])[0]
  expect(inner).toBe(2n ** 63n - 1n)
})
