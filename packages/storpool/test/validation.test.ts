import { expect, test } from 'vitest'
import type { FoundIssue } from '../src/reader/Issue.js'
import { stricter } from './differences.js'
import { readers } from './readers.js'
import { asReference } from './support/asReference.js'
import { type RecordedCase, readCases } from './support/caseFile.js'
import { comparable } from './support/comparable.js'

interface ValidationCase extends RecordedCase {
  type: string
  value: unknown
  accepted: boolean
  result?: unknown
  partial?: unknown
}

const cases = readCases<ValidationCase>('validation').map((item) => [item.id, item] as const)

test.each(cases)('%s', (_, { type, value, accepted, result, partial, quirk }) => {
  const reader = readers[type]
  if (reader === undefined) throw new Error(`no reader for ${type}`)
  const issues: FoundIssue[] = []
  const read = reader(structuredClone(value), issues)
  if (quirk !== undefined && issues.length > 0) return expect(stricter).toHaveProperty(quirk)
  expect(issues.length === 0, issues[0]?.reason).toBe(accepted)
  const isSet = type.startsWith('set<')
  if (accepted) expect(comparable(read, isSet)).toEqual(comparable(result, isSet))
  // What the bindings leave of a container, we leave too, once what is listed as an issue is taken away.
  else if (partial !== undefined) expect(comparable(asReference(read, issues))).toEqual(comparable(partial))
})

test('a refused value is kept, with its path and the reason', () => {
  const issues: FoundIssue[] = []
  const value = { volume: 'v', detach: [1, 0], force: 'yes' }
  expect(readers['VolumeReassignDesc']!(value, issues)).toEqual(value)
  expect(issues.map(({ path, reason, received }) => [path, reason, received])).toEqual([
    ['detach[1]', 'must be a whole number from 1 to 4095', 0],
    ['force', 'must be true or false', 'yes'],
  ])
})
