import { expect, test } from 'vitest'
import { createManualClock } from '../testing/createManualClock.js'
import { Deadline } from './Deadline.js'
import { sleep } from './sleep.js'

const never = new Promise<never>(() => {})

test('ends work that ignores its signal', async () => {
  const clock = createManualClock()
  using deadline = new Deadline({ timeoutMs: 50, clock, onTimeout: () => new Error('late') })
  await expect(clock.runUntil(deadline.race(never))).rejects.toThrow('late')
  expect(deadline.remainingMs()).toBe(0)
})

test("passes the caller's reason on unwrapped", async () => {
  const controller = new AbortController()
  using deadline = new Deadline({ signal: controller.signal, onTimeout: () => 'late' })
  const work = deadline.race(never)
  const reason = { mine: true }
  controller.abort(reason)
  await expect(work).rejects.toBe(reason)
})

test('leaves no timer behind', async () => {
  const clock = createManualClock()
  {
    using deadline = new Deadline({ timeoutMs: 1_000, clock, onTimeout: () => 'late' })
    expect(await deadline.race(Promise.resolve(7))).toBe(7)
  }
  expect(clock.pending).toBe(0)
  const controller = new AbortController()
  const nap = sleep(1_000, { clock, signal: controller.signal })
  controller.abort(new Error('up'))
  await expect(nap).rejects.toThrow('up')
  expect(clock.pending).toBe(0)
})

test('calls back once when the work is to stop, at once when that is over, and not when taken back', async () => {
  const clock = createManualClock()
  using deadline = new Deadline({ timeoutMs: 50, clock, onTimeout: () => 'late' })
  const reasons: unknown[] = []
  deadline.onOver((reason) => reasons.push(reason))
  const takenBack = () => reasons.push('taken back')
  deadline.onOver(takenBack)
  deadline.offOver(takenBack)
  expect(() => deadline.throwIfOver()).not.toThrow()
  await clock.advance(50)
  deadline.onOver((reason) => reasons.push(reason))
  expect(reasons).toEqual(['late', 'late'])
  expect(deadline.signal.reason).toBe('late')
  expect(() => deadline.throwIfOver()).toThrow('late')
})

test('is not moved by setting the time of day', () => {
  const clock = { ...createManualClock(), now: () => 0, elapsed: () => 30 }
  using deadline = new Deadline({ timeoutMs: 50, clock, onTimeout: () => 'late' })
  clock.now = () => -3_600_000
  expect(deadline.remainingMs()).toBe(50)
  clock.elapsed = () => 70
  expect(deadline.remainingMs()).toBe(10)
})

test.each([Number.NaN, -1])('refuses %j, which bounds nothing', (timeoutMs) => {
  expect(() => new Deadline({ timeoutMs, onTimeout: () => 'late' })).toThrow(
    expect.objectContaining({ kind: 'configuration', path: 'timeoutMs' }),
  )
})
