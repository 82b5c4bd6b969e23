import fc from 'fast-check'
import { expect, test } from 'vitest'
import types from '../spec/types.json' with { type: 'json' }
import type { FoundIssue } from '../src/reader/Issue.js'
import { readers } from './readers.js'

interface Scalar {
  kind: 'integer' | 'integerOrToken' | 'enum' | 'indexedEnum' | 'text'
  min?: number
  max?: number | string
  multipleOf?: number
  token?: string
  values?: (string | number)[]
  pattern?: string
  maxLength?: number
  forbidden?: string[]
}

const scalars = Object.entries(types.scalars as Record<string, Scalar>)
const ofKind = (...kinds: Scalar['kind'][]) => scalars.filter(([, { kind }]) => kinds.includes(kind))

function accepts(name: string, value: unknown): boolean {
  const issues: FoundIssue[] = []
  const result = readers[name]!(value, issues)
  if (issues.length > 0) expect(result).toBe(value) // what is refused is kept
  return issues.length === 0
}

test('there are 67 scalars of the API and two that its bindings forgot to apply', () => {
  expect(scalars).toHaveLength(69)
})

const longest = 100_000
const tails = ['', '\n', ' ', '!', '\u0000', 'é', '\u{1f600}', '.', '~', '#', '@', '*']

test.each(ofKind('text'))('%s accepts what its rule allows and nothing else', (name, rule) => {
  const pattern = rule.pattern === undefined ? undefined : new RegExp(rule.pattern)
  const allowed = (text: string) =>
    (pattern?.test(text) ?? true) &&
    [...text].length <= (rule.maxLength ?? Number.POSITIVE_INFINITY) &&
    !rule.forbidden?.includes(text)
  const inside = pattern === undefined ? fc.string({ unit: 'binary' }) : fc.stringMatching(pattern)
  const near = fc.tuple(inside, fc.constantFrom(...tails), inside).map((parts) => parts.join(''))
  const words = fc.constantFrom('list', 'status', 'List', '', '~a.b.c', '#x', '*x', 'x@1', '..')
  fc.assert(
    fc.property(fc.oneof(inside, near, words, fc.string({ unit: 'binary' })), (text) => {
      expect(accepts(name, text)).toBe(allowed(text))
    }),
  )
  const other = fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.object(),
    fc.bigInt(),
  )
  fc.assert(
    fc.property(other, (value) => {
      expect(accepts(name, value)).toBe(false)
    }),
  )
})

test.each(ofKind('text'))('%s decides about 100 kB of anything in no time', (name, rule) => {
  const seeds = ['a', 'a.', '~a.b.', '#', '*', '0x', '00:', ' ', '\n', 'é', '.', '-', '@', ...(rule.forbidden ?? [])]
  for (const seed of seeds) {
    for (const tail of tails) {
      const text = seed.repeat(longest / seed.length) + tail
      if (rule.maxLength !== undefined) expect(accepts(name, text)).toBe(false)
      else accepts(name, text)
    }
  }
})

test.each(ofKind('integer', 'integerOrToken'))('%s accepts whole numbers of its range, also as text', (name, rule) => {
  const { min = 0, multipleOf = 1, token } = rule
  const least = BigInt(min)
  const most = rule.max === undefined ? undefined : BigInt(rule.max)
  const allowed = (whole: bigint) =>
    whole >= least && (most === undefined || whole <= most) && whole % BigInt(multipleOf) === 0n
  const near = [least - 1n, least, least + 1n, ...(most === undefined ? [2n ** 64n] : [most - 1n, most, most + 1n])]
  const whole = fc.oneof(
    fc.constantFrom(...near),
    fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
    fc.maxSafeInteger().map(BigInt),
  )
  fc.assert(
    fc.property(whole, (value) => {
      expect(accepts(name, value)).toBe(allowed(value))
      expect(accepts(name, String(value))).toBe(allowed(value))
      if (Number.isSafeInteger(Number(value))) expect(accepts(name, Number(value))).toBe(allowed(value))
    }),
  )
  const odd = fc.oneof(
    fc.double().filter((value) => !Number.isInteger(value)),
    fc.constantFrom('', ' 1', '1 ', '+1', '1_0', '0x10', '1e3', '1.0', '٣', true, false, null, undefined, [], {}),
    fc.string().filter((text) => text !== token && !/^-?\d+$/.test(text)),
  )
  fc.assert(
    fc.property(odd, (value) => {
      expect(accepts(name, value)).toBe(false)
    }),
  )
  expect(accepts(name, '9'.repeat(longest))).toBe(false)
  if (token !== undefined) expect(accepts(name, token)).toBe(true)
})

test.each(ofKind('enum'))('%s accepts its values and nothing else', (name, { values = [] }) => {
  for (const value of values) expect(accepts(name, value)).toBe(true)
  const other = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined))
  fc.assert(
    fc.property(other, (value) => {
      expect(accepts(name, value)).toBe(values.includes(value as string))
    }),
  )
  for (const value of values) expect(accepts(name, `${value} `) || accepts(name, `${value}x`)).toBe(false)
})

test.each(ofKind('indexedEnum'))('%s accepts the index of a name, and gives the name', (name, { values = [] }) => {
  for (const [index, value] of values.entries()) expect(readers[name]!(index, [])).toBe(value)
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.double(), fc.string()), (value) => {
      expect(accepts(name, value)).toBe(/^-?\d+$/.test(String(value)) && values[Number(value)] !== undefined)
    }),
  )
  for (const value of values) expect(accepts(name, value)).toBe(false)
})
