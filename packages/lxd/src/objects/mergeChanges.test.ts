import { expect, test } from 'vitest'
import { isEqual } from './isEqual.js'
import { mergeChanges } from './mergeChanges.js'

const base = { description: 'd', config: { a: '1', b: '1', c: '1' }, profiles: ['x'] }

test('what I changed is mine, the rest is theirs', () => {
  const mine = { ...base, description: 'mine' }
  const theirs = { ...base, config: { a: '2', b: '1', d: '2' } }
  expect(mergeChanges(base, mine, theirs)).toEqual({ ...base, description: 'mine', config: { a: '2', b: '1', d: '2' } })
})

test('maps are merged key by key: added, changed and removed', () => {
  const mine = { ...base, config: { a: 'mine', c: '1', e: 'mine' } }
  const theirs = { ...base, config: { a: 'theirs', b: '1', c: 'theirs', d: 'theirs' } }
  expect(mergeChanges(base, mine, theirs)).toMatchObject({ config: { a: 'mine', c: 'theirs', d: 'theirs', e: 'mine' } })
  expect(mergeChanges(base, mine, theirs)).not.toHaveProperty('config.b')
})

test('lists are taken as a whole', () => {
  expect(mergeChanges(base, { ...base, profiles: ['y'] }, { ...base, profiles: ['x', 'z'] })).toMatchObject({
    profiles: ['y'],
  })
  expect(mergeChanges(base, base, { ...base, profiles: ['x', 'z'] })).toMatchObject({ profiles: ['x', 'z'] })
})

test('what I removed is gone, and what they removed too', () => {
  const { description: _, ...without } = base
  expect(mergeChanges(base, without, { ...base, extra: 1 })).toEqual({ ...without, extra: 1 })
  expect(mergeChanges(base, base, without)).toEqual(without)
})

test('a missing field equals one that is undefined', () => {
  expect(isEqual({ a: undefined }, {})).toBe(true)
  expect(isEqual({ a: null }, {})).toBe(false)
  expect(isEqual(['a'], { 0: 'a' })).toBe(false)
})
