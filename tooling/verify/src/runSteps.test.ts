import { expect, test, vi } from 'vitest'
import { runSteps } from './runSteps.ts'

test('runs the later steps after one that failed and one that threw, and counts all', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const tally = await runSteps(
    [
      { name: 'first', run: async () => ({ passed: 2, failures: ['a.test.ts > is right'], output: 'expected 1' }) },
      { name: 'second', run: () => Promise.reject(new Error('no such tool')) },
      { name: 'third', run: async () => ({ passed: 5, failures: [], skipped: [{ count: 3, reason: 'no daemon' }] }) },
    ],
    { root: '/', packages: [] },
  )
  expect(String(tally)).toBe('7 passed, 2 failed, 3 skipped')
  const printed = log.mock.calls.flat().join('\n')
  expect(printed).toMatch(
    /expected 1\nFAIL first .* 2 passed, 1 failed\n {5}failed: a\.test\.ts > is right\n.*FAIL second .*\n {5}failed: no such tool\nok {3}third .* 5 passed, 3 skipped\n {5}skipped 3: no daemon/s,
  )
  log.mockRestore()
})
