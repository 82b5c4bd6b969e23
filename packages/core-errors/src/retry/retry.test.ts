import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createManualClock } from '../testing/createManualClock.js'
import { parseRetryAfter } from './parseRetryAfter.js'
import { resolveRetryOptions } from './RetryOptions.js'
import { retry } from './retry.js'
import { retryDelay } from './retryDelay.js'

const always = () => true

test('attempts until it succeeds, and waits in between', async () => {
  const clock = createManualClock()
  const waits: number[] = []
  const result = clock.runUntil(
    retry(async (attempt) => (attempt < 3 ? Promise.reject(new Error(`no ${attempt}`)) : attempt), {
      retry: { attempts: 5, baseDelayMs: 100 },
      shouldRetry: always,
      random: () => 1,
      clock,
      onRetry: ({ delayMs }) => waits.push(delayMs),
    }),
  )
  expect(await result).toBe(3)
  expect(waits).toEqual([100, 200])
  expect(clock.now()).toBe(300)
})

test('throws the last error when the attempts are used up', async () => {
  const work = retry(async (attempt) => Promise.reject(new Error(`no ${attempt}`)), {
    retry: { attempts: 2, delayMs: () => 0 },
    shouldRetry: always,
  })
  await expect(work).rejects.toThrow('no 2')
})

test('a refusal of the policy ends it at once', async () => {
  let attempts = 0
  const work = retry(async () => Promise.reject(new Error(String(++attempts))), { shouldRetry: () => false })
  await expect(work).rejects.toThrow('1')
  expect(attempts).toBe(1)
})

test('an abort during the wait rejects with the reason and leaves no timer', async () => {
  const clock = createManualClock()
  const controller = new AbortController()
  const work = retry(async () => Promise.reject(new Error('no')), {
    shouldRetry: always,
    signal: controller.signal,
    clock,
    onRetry: () => queueMicrotask(() => controller.abort('enough')),
  })
  await expect(work).rejects.toBe('enough')
  expect(clock.pending).toBe(0)
})

test('full jitter stays within the exponential bound and the maximum', () => {
  const options = resolveRetryOptions({ baseDelayMs: 100, maxDelayMs: 1_000 })
  fc.assert(
    fc.property(fc.nat(60), fc.double({ min: 0, max: 0.999, noNaN: true }), (retryNumber, random) => {
      const delay = retryDelay(retryNumber, options, undefined, () => random)
      return delay >= 0 && delay <= Math.min(1_000, 100 * 2 ** retryNumber)
    }),
  )
  expect(retryDelay(0, options, 400)).toBe(400)
  expect(retryDelay(0, options, 60_000)).toBe(1_000)
})

test('Retry-After is read as seconds or as a date', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  expect(parseRetryAfter('3')).toBe(3_000)
  expect(parseRetryAfter('Thu, 01 Jan 2026 00:00:05 GMT', now)).toBe(5_000)
  expect(parseRetryAfter('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0)
  for (const value of ['', 'soon', null, undefined, '-1x']) expect(parseRetryAfter(value)).toBeUndefined()
})

test('options out of range are refused by name', () => {
  expect(() => resolveRetryOptions({ attempts: 0 })).toThrow('retry.attempts')
  expect(() => resolveRetryOptions({ attempts: 1.5 })).toThrow('retry.attempts')
  expect(() => resolveRetryOptions({ maxDelayMs: Number.NaN })).toThrow('retry.maxDelayMs')
})
