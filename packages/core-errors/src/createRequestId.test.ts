import { expect, test } from 'vitest'
import { createRequestId } from './createRequestId.js'

test('ids are 16 hexadecimal digits, and each is another one', () => {
  const ids = Array.from({ length: 1_000 }, createRequestId)
  expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})
