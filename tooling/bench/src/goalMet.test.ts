import { expect, test } from 'vitest'
import { goalMet } from './goalMet.ts'

test('a goal bounds the ratio, or the value of a row without one', () => {
  expect(goalMet({ name: 'a', unit: 'ms', value: 9 })).toBe(undefined)
  expect(goalMet({ name: 'a', unit: 'ms', value: 9, goal: { atMost: 10 } })).toBe(true)
  expect(goalMet({ name: 'a', unit: 'ms', value: 9, ratio: 11, goal: { atMost: 10 } })).toBe(false)
  expect(goalMet({ name: 'a', unit: 'ms', value: 9, ratio: 1.1, goal: { atLeast: 1.2 } })).toBe(false)
})
