import { expect, test, vi } from 'vitest'
import { compare } from './compare.ts'
import { cpuRate } from './cpuRate.ts'
import { rate } from './rate.ts'

test('runs in turn, leaves the warm-up out, and answers medians and the median of the ratios', async () => {
  const order: string[] = []
  const series = (name: string, values: number[]) => () => {
    order.push(name)
    return values.shift()
  }
  const takeB = series('B', [1, 10, 10, 5])
  const row = await compare({
    name: 'a',
    unit: 'MB/s',
    run: series('A', [999, 10, 30, 20]),
    baseline: { name: 'b', run: async () => takeB() },
    goal: { atLeast: 1 },
    rounds: 3,
    warmUp: 1,
  })
  expect(order.join('')).toBe('ABABABAB')
  expect(row).toEqual({
    name: 'a',
    unit: 'MB/s',
    value: 20,
    baseline: { name: 'b', value: 10 },
    ratio: 3, // of 10/10, 30/10 and 20/5
    goal: { atLeast: 1 },
  })
})

test('takes the time when a round answers no number', async () => {
  const spin = (ms: number) => () => {
    const end = performance.now() + ms
    while (performance.now() < end);
  }
  const row = await compare({ name: 'a', run: spin(2), baseline: { name: 'b', run: spin(1) }, rounds: 1, warmUp: 0 })
  expect(row.unit).toBe('ms')
  expect(row.value).toBeGreaterThanOrEqual(2)
  expect(row.baseline?.value).toBeGreaterThanOrEqual(1)
})

test('rejects with the error of a round', async () => {
  const fail = () => Promise.reject(new Error('no server'))
  await expect(compare({ name: 'a', run: fail, baseline: { name: 'b', run: () => 1 } })).rejects.toThrow('no server')
})

test('a rate counts how often the work was done, sync or async', async () => {
  let calls = 0
  const perSecond = rate(2, () => void calls++, { atLeastMs: 20 })()
  expect(perSecond).toBeGreaterThan(0)
  expect(perSecond).toBeLessThanOrEqual((2 * calls * 1000) / 20)
  let asyncCalls = 0
  const asyncRound = rate(1, async () => void asyncCalls++, { atLeastMs: 20 })()
  expect(await asyncRound).toBeLessThanOrEqual((asyncCalls * 1000) / 20)
  expect(asyncCalls).toBeGreaterThan(1)
})

test('a rate of processor time counts what the thread worked, and not its warm-up', () => {
  let calls = 0
  let worked = 0
  using usage = vi.spyOn(process, 'threadCpuUsage')
  usage.mockImplementation((before) => ({ user: worked - (before?.user ?? 0), system: 0 }))
  const work = () => {
    calls++
    worked += 10_000
  }
  expect(cpuRate(2, work, { warmUpMs: 0, atLeastMs: 30 })()).toBe(200)
  expect(calls).toBe(3)
  expect(cpuRate(2, work, { warmUpMs: 1, atLeastMs: 30 })()).toBe(200)
  expect(calls).toBeGreaterThan(6)
})
