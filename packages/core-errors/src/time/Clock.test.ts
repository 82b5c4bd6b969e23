import { expect, test } from 'vitest'
import { systemClock } from './Clock.js'

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

test('a timer keeps the process alive, one of the background does not', () => {
  const before = timers()
  const cancelForeground = systemClock.schedule(60_000, () => {})
  const cancelBackground = systemClock.schedule(60_000, () => {}, { background: true })
  expect(timers()).toBe(before + 1)
  cancelForeground()
  cancelBackground()
  expect(timers()).toBe(before)
})
