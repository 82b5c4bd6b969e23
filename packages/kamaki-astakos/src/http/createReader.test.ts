import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { idText } from '../schemas/idText.js'
import { wholeNumber } from '../schemas/wholeNumber.js'
import { createReader, unfit } from './createReader.js'

const schemas = {
  text: z.string(),
  flag: z.boolean(),
  number: z.number(),
  whole: z.int(),
  large: z.bigint(),
  anything: z.unknown(),
  id: idText,
  quota: wholeNumber,
  either: z.union([z.string(), z.array(z.number())]),
  url: z.url(),
  short: z.string().check(z.maxLength(2)),
  few: z.array(z.number()).check(z.maxLength(2)),
  list: z.array(z.nullable(idText)),
  byName: z.record(z.string(), z.optional(wholeNumber)),
  byShortName: z.record(z.string().check(z.maxLength(1)), z.number()),
  object: z.looseObject({ a: idText, b: z.optional(z.nullable(z.string())), c: z.optional(z.array(wholeNumber)) }),
  closed: z.strictObject({ a: z.number() }),
  bare: z.object({ a: z.number() }),
  deep: z.looseObject({ a: z.record(z.string(), z.array(z.looseObject({ b: idText }))) }),
}

// Names and values that the schemas know, so that many fit.
const key = fc.constantFrom('a', 'b', 'c', 'other', 'toString')
const leaf = fc.constantFrom(
  null,
  true,
  'text',
  'https://x.example.org',
  '',
  0,
  1,
  1.5,
  Infinity,
  NaN,
  2 ** 60,
  7n,
  2n ** 63n,
)
const value = fc.letrec((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(key, tie('node'))),
})).node

test.each(Object.entries(schemas))(
  'a reader of «%s» takes what the schema takes, and answers the same',
  (_, schema) => {
    const read = createReader(schema)
    fc.assert(
      fc.property(value, (given) => {
        const expected = schema.safeParse(structuredClone(given))
        const found = read(given)
        expect(found !== unfit).toBe(expected.success)
        if (expected.success) expect(found).toEqual(expected.data)
      }),
      { numRuns: 500 },
    )
  },
)

test('what was parsed is not copied, and keeps the order of its fields and those that nobody knows', () => {
  const given = JSON.parse('{"later":1,"b":null,"a":5,"c":[1]}')
  const found = createReader(schemas.object)(given)
  expect(found).toBe(given)
  expect(Object.entries(given)).toEqual([
    ['later', 1],
    ['b', null],
    ['a', '5'],
    ['c', [1n]],
  ])
})
