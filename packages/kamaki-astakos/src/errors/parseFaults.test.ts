import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFaults } from './parseFaults.js'
import { readQuotaShortage } from './readQuotaShortage.js'

const fault = (name: string, message: string, details: unknown = '') =>
  JSON.stringify({ [name]: { code: 400, message, details } })

test('reads an envelope, and lists of details', () => {
  expect(parseFaults(fault('badRequest', 'no', ['a', ['b', '']]))).toEqual([
    { name: 'badRequest', message: 'no', code: 400, details: ['a', 'b'] },
  ])
})

test('unfolds what a service passes on', () => {
  const faults = parseFaults(fault('fault', 'SERVICE UNAVAILABLE', fault('serviceUnavailable', 'try later')))
  expect(faults.map(({ name, message }) => [name, message])).toEqual([
    ['fault', 'SERVICE UNAVAILABLE'],
    ['serviceUnavailable', 'try later'],
  ])
})

test('reads the short forms of OAuth2 and of old services', () => {
  expect(parseFaults('{"error": "generic_error", "exception": "expired"}')).toMatchObject([
    { name: 'error', message: 'generic_error: expired' },
  ])
  expect(parseFaults('Bad: {"error": "invalid_token"}')).toMatchObject([{ name: 'error', message: 'invalid_token' }])
})

test('what is no envelope is none, whatever it is', () => {
  for (const text of ['', 'plain', '<html>{}</html>', '{', '{}', '{"a"']) expect(parseFaults(text)).toEqual([])
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
      for (const { message, details } of parseFaults(text))
        expect([message, ...details].every((x) => typeof x === 'string')).toBe(true)
    }),
  )
})

test('nests no deeper than a few levels', () => {
  let text = fault('innermost', 'x')
  for (let level = 0; level < 20; level++) text = fault('fault', 'x', text)
  expect(parseFaults(text).length).toBe(4)
})

test('finds the figures of a quota in a sentence and in data', () => {
  const sentence = "Limit for resource 'Disk' exceeded for the project. Available: 10, Requested: 20"
  expect(readQuotaShortage({ name: 'overLimit', message: '', code: 413, details: [sentence] })).toEqual({
    resource: 'cyclades.disk',
    label: 'Disk',
    available: 10n,
    requested: 20n,
  })
  const [found] = parseFaults(
    '{"overLimit": {"message": "", "data": {"provision": {"resource": "x.y", "quantity": 2}, "limit": 9223372036854775807, "usage": 1}}}',
  )
  if (found === undefined) throw new Error('no fault')
  expect(readQuotaShortage(found)).toEqual({ resource: 'x.y', label: 'x.y', available: 2n ** 63n - 2n, requested: 2n })
  expect(readQuotaShortage({ name: 'overLimit', message: 'too much', code: 413, details: [] })).toBeUndefined()
})
