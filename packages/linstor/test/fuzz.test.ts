import { isClientError } from '@x/core-errors'
import { encodeFrame } from '@x/linstor-wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frames, glue } from './support/frames.js'
import { setup } from './support/setup.js'

/** What a list of nodes is answered with, staged and with an outcome beside it. */
const answerTo = (id: bigint): Uint8Array =>
  glue(
    frames.answer(id, 'LstNode', [frames.nodeList('alpha', 'bravo')]),
    frames.endOfImmediate(id),
    encodeFrame(1),
    frames.reply(id, 1n, 'done'),
    frames.complete(id),
  )

/** Sends bytes to a client in pieces, while a call waits for its answer. @returns What the call came to. */
async function answerWith(bytes: (id: bigint) => Uint8Array, cuts: readonly number[]): Promise<unknown> {
  await using context = await setup({ timeoutMs: 300 })
  const { linstor, connection } = context
  const call = linstor.nodeList().catch((error: unknown) => error)
  const { id } = await connection.next()
  const whole = bytes(id)
  const positions = cuts.map((cut) => cut % (whole.length + 1)).sort((one, other) => one - other)
  let from = 0
  for (const to of [...positions, whole.length]) {
    connection.send(whole.subarray(from, to))
    await new Promise((resolve) => setImmediate(resolve))
    from = to
  }
  return await call
}

const anyCuts = fc.array(fc.nat(), { maxLength: 20 })

test('an answer is the same however its bytes are split', async () => {
  const expected = await answerWith(answerTo, [])
  expect(expected).toMatchObject([{ kind: 'list' }, { kind: 'reply' }])
  await fc.assert(
    fc.asyncProperty(anyCuts, async (cuts) => {
      expect(await answerWith(answerTo, cuts)).toEqual(expected)
    }),
    { numRuns: 30 },
  )
})

test('whatever bytes come, a call ends with answers or an error of the family', async () => {
  const settled = (outcome: unknown) => expect(Array.isArray(outcome) || isClientError(outcome)).toBe(true)
  const mutations = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(mutations, anyCuts, async (changes, cuts) => {
      const mutated = (id: bigint) => {
        const bytes = answerTo(id)
        for (const [position, value] of changes) bytes[position % bytes.length] = value
        return bytes
      }
      settled(await answerWith(mutated, cuts))
    }),
    { numRuns: 40 },
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), anyCuts, async (bytes, cuts) => {
      settled(await answerWith(() => bytes, cuts))
    }),
    { numRuns: 15 },
  )
}, 60_000)
