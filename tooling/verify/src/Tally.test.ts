import { expect, test } from 'vitest'
import { Tally } from './Tally.ts'

test('counts passed checks, failures and skipped checks of all steps', () => {
  const tally = new Tally()
  tally.add({ passed: 3, failures: [] })
  expect(String(tally)).toBe('3 passed, 0 failed')
  tally.add({ passed: 1, failures: ['a', 'b'], skipped: [{ count: 4, reason: 'no daemon' }] })
  tally.add({ passed: 0, failures: [], skipped: [{ count: 1, reason: 'no Python' }] })
  expect(String(tally)).toBe('4 passed, 2 failed, 5 skipped')
})
