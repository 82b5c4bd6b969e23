import { expect, test } from 'vitest'
import { mapConcurrent } from './mapConcurrent.js'

test('keeps the order of the items and the bound', async () => {
  let running = 0
  let most = 0
  const results = await mapConcurrent(
    [5, 1, 3, 0, 2],
    async (item) => {
      most = Math.max(most, ++running)
      for (let turn = 0; turn < item; turn++) await Promise.resolve()
      running--
      return item * 2
    },
    { concurrency: 2 },
  )
  expect(results).toEqual([10, 2, 6, 0, 4])
  expect(most).toBe(2)
})

test('starts nothing more after the first failure, tells the rest, and throws it', async () => {
  const started: number[] = []
  const told: unknown[] = []
  const work = mapConcurrent(
    [0, 1, 2, 3, 4],
    async (item, _index, signal) => {
      started.push(item)
      if (item === 1) throw new Error('no')
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      told.push(item)
    },
    { concurrency: 2 },
  )
  await expect(work).rejects.toThrow('no')
  expect(started).toEqual([0, 1])
  expect(told).toEqual([0])
})

test('takes async sources and closes them on abort', async () => {
  const controller = new AbortController()
  let closed = false
  async function* source() {
    try {
      for (let item = 0; ; item++) yield item
    } finally {
      closed = true
    }
  }
  const work = mapConcurrent(source(), async (item) => item === 20 && controller.abort('enough'), {
    signal: controller.signal,
  })
  await expect(work).rejects.toBe('enough')
  expect(closed).toBe(true)
})
