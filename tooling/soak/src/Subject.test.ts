import { ConnectionError } from '@x/core-errors'
import { expect, test } from 'vitest'
import { classify } from './classify.ts'
import { Random } from './Random.ts'
import type { Attempt, Attempted } from './run/Attempt.ts'
import { createSubject } from './Subject.ts'

/** A counter on a server; `mayAdd` says whether the server refuses. */
function counter(server: { count: number }, mayAdd = true) {
  return createSubject<number>({
    name: 'counter',
    initial: 0,
    read: async () => server.count,
    step: (count) => ({ name: 'add', after: mayAdd ? count + 1 : undefined, run: async () => void server.count++ }),
  })
}

/** Never looks, always changes. */
const changing = Object.assign(new Random(1), { chance: () => false })
const makes: Attempt = async (_name, { run }) => ({ outcome: 'done', answer: await run({}) })
const ends =
  (outcome: Attempted['outcome']): Attempt =>
  async () => ({ outcome })

test('a call that succeeded was done, and done once', async () => {
  const server = { count: 0 }
  const subject = counter(server)
  await subject.act(makes, changing)
  await subject.settle()
  server.count++
  await expect(subject.settle()).rejects.toThrow('it is 2 and should be 1')
})

test('a call that succeeded and was lost by the server is noticed', async () => {
  const subject = counter({ count: 0 })
  await subject.act(ends('done'), changing)
  await expect(subject.settle()).rejects.toThrow('it is 0 and should be 1')
})

test('a refusal of what can be done, and a success of what can not, are noticed', async () => {
  await expect(counter({ count: 0 }).act(ends('refused'), changing)).rejects.toThrow('add was refused')
  await expect(counter({ count: 0 }, false).act(makes, changing)).rejects.toThrow('add succeeded')
})

test('what was not done is not there', async () => {
  const subject = counter({ count: 1 })
  await subject.act(ends('not done'), changing)
  await expect(subject.settle()).rejects.toThrow('it is 1 and should be 0')
})

test.each([0, 1])('a lost call may have been done or not: %i', async (count) => {
  const subject = counter({ count })
  await subject.act(ends('unknown'), changing)
  expect(subject.isKnown).toBe(false)
  await subject.settle()
  expect(subject.isKnown).toBe(true)
})

test('a lost call was not done twice', async () => {
  const subject = counter({ count: 2 })
  await subject.act(ends('unknown'), changing)
  await expect(subject.settle()).rejects.toThrow('it is 2 and should be 0 or 1')
})

test('a connection that was lost before anything was sent leaves no doubt, unless there was more than one request', () => {
  const error = new ConnectionError('no', { mayHaveBeenSent: false })
  expect([classify(error, 'one'), classify(error, 'several')]).toEqual(['not done', 'unknown'])
  expect(classify(new TypeError('no'), 'one')).toBeUndefined()
})

test('the same seed gives the same numbers', () => {
  const numbers = (seed: number) => {
    const random = new Random(seed)
    return [random.next(), random.next(), random.next()]
  }
  expect(numbers(5)).toEqual(numbers(5))
  expect(numbers(5)).not.toEqual(numbers(6))
})
