import { expect, test } from 'vitest'
import { mapInPairs } from './mapInPairs.ts'

test('works on two at a time and answers in order', async () => {
  let running = 0
  let most = 0
  const results = await mapInPairs([3, 1, 2, 0], async (turns) => {
    most = Math.max(most, ++running)
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    running--
    return turns * 2
  })
  expect([results, most]).toEqual([[6, 2, 4, 0], 2])
})

test('rejects with what one of them rejects with', async () => {
  await expect(mapInPairs([1], () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})
