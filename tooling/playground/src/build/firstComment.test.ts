import { expect, test } from 'vitest'
import { firstComment } from './firstComment.ts'

test('reads comments of both kinds and any length, and no later ones', () => {
  expect(firstComment('// One line\n// and another.\nconst a = 1 // no\n')).toBe('One line and another.')
  expect(firstComment('/** One line. */\n// no\n')).toBe('One line.')
  expect(firstComment('/**\n * Several\n * lines.\n */\nexport {}')).toBe('Several lines.')
  expect(firstComment('const a = 1 // no\n')).toBe('')
})
