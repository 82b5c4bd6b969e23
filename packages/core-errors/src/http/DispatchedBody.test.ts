import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type BodySource, DispatchedBody } from './DispatchedBody.js'
import { streamedBody } from './streamedBody.js'

const source = () => ({ pause: vi.fn(), resume: vi.fn(), abort: vi.fn() }) satisfies BodySource
const bytes = (...values: number[]) => Uint8Array.from(values)

// Delivers chunks while it is not paused: some at once, one after the other in one turn, some later.
function wire(chunks: readonly Uint8Array<ArrayBuffer>[], together: number, readAheadBytes: number) {
  let isPaused = false
  let next = 0
  const body: DispatchedBody = new DispatchedBody(
    {
      pause: () => {
        isPaused = true
      },
      resume: () => {
        isPaused = false
        setImmediate(deliver)
      },
      abort: () => {},
    },
    readAheadBytes,
  )
  const deliver = () => {
    for (let count = 0; count < together && !isPaused && next <= chunks.length; count++) {
      const chunk = chunks[next++]
      if (chunk === undefined) return body.end()
      body.take(chunk)
    }
    if (!isPaused) setImmediate(deliver)
  }
  setImmediate(deliver)
  return body
}

const chunksOf = fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 40 })

const sorts = {
  'that arrives piece by piece': wire,
  'that comes as a stream': (chunks: readonly Uint8Array<ArrayBuffer>[], together: number, readAhead: number) =>
    streamedBody(wire(chunks, together, readAhead).stream()),
}

test.each(Object.entries(sorts))('a body %s fills buffers, however it is cut on either side', async (_, bodyOf) => {
  await fc.assert(
    fc.asyncProperty(
      chunksOf,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
      async (chunks, together, readAhead, sizes) => {
        const expected = chunks.flatMap((chunk) => [...chunk])
        const body = bodyOf(
          chunks.map((chunk) => new Uint8Array(chunk)),
          together,
          readAhead,
        )
        const found: number[] = []
        for (let index = 0; ; index++) {
          // Now and then as it arrived.
          if (index % 4 === 3) {
            const chunk = await body.next()
            if (chunk === undefined) break
            found.push(...chunk)
            continue
          }
          const buffer = new Uint8Array(sizes[index % sizes.length] ?? 1)
          const length = await body.fill(buffer)
          found.push(...buffer.subarray(0, length))
          if (length < buffer.length) break
        }
        expect(found).toEqual(expected)
      },
    ),
    { numRuns: 300 },
  )
})

test('what is streamed is what arrived', async () => {
  await fc.assert(
    fc.asyncProperty(chunksOf, fc.integer({ min: 1, max: 5 }), async (chunks, together) => {
      const expected = chunks.flatMap((chunk) => [...chunk])
      const body = wire(
        chunks.map((chunk) => new Uint8Array(chunk)),
        together,
        12,
      )
      expect([...(await new Response(body.stream()).bytes())]).toEqual(expected)
    }),
    { numRuns: 200 },
  )
})

test('what nobody reads is paused at a bound, and goes on when it is read', async () => {
  const { pause, resume, abort } = source()
  const body = new DispatchedBody({ pause, resume, abort }, 4)
  body.take(bytes(1, 2))
  expect(pause).not.toHaveBeenCalled()
  body.take(bytes(3, 4))
  expect(pause).toHaveBeenCalledTimes(1)
  expect(resume).not.toHaveBeenCalled()
  expect(await body.fill(new Uint8Array(3))).toBe(3)
  expect(resume).toHaveBeenCalledTimes(1)
})

test('every arrival within a buffer is told', async () => {
  const body = new DispatchedBody(source())
  const onArrival = vi.fn()
  const filled = body.fill(new Uint8Array(4), onArrival)
  for (const value of [1, 2, 3]) body.take(bytes(value))
  body.end()
  expect(await filled).toBe(3)
  expect(onArrival).toHaveBeenCalledTimes(3)
})

test('the memory of a chunk is given back when it has been copied, unless others have a part of it', async () => {
  const body = new DispatchedBody(source())
  const own = bytes(1, 2)
  const shared = new Uint8Array(bytes(0, 3, 4, 0).buffer, 1, 2)
  body.take(own)
  body.take(shared)
  expect(await body.fill(new Uint8Array(4))).toBe(4)
  expect([own.byteLength, shared.byteLength]).toEqual([0, 2])
})

test('a failure comes after what had arrived', async () => {
  const failing = () => {
    const body = new DispatchedBody(source())
    body.take(bytes(1))
    body.fail(new Error('broken'))
    return body
  }
  const body = failing()
  expect(await body.fill(new Uint8Array(1))).toBe(1)
  await expect(body.fill(new Uint8Array(1))).rejects.toThrow('broken')
  await expect(failing().fill(new Uint8Array(2))).rejects.toThrow('broken')
  const reader = failing().stream().getReader()
  expect((await reader.read()).value).toEqual(bytes(1))
  await expect(reader.read()).rejects.toThrow('broken')
})

test('what is canceled is aborted once, with a reason', async () => {
  const { pause, resume, abort } = source()
  const body = new DispatchedBody({ pause, resume, abort })
  const stream = body.stream()
  await stream.cancel('enough')
  body.cancel('again')
  body.fail(new Error('aborted'))
  await expect(body.next()).rejects.toThrow('not read to its end')
  expect(abort.mock.calls).toEqual([[expect.objectContaining({ message: 'the answer is not read to its end' })]])
})
