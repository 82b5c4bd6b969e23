import { encodeFrame, FrameType } from '@x/linstor-wire'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFakeLinstor } from '../../src/testing/index.js'
import { cluster } from './cluster.js'
import { framesOf } from './describeFrames.js'
import { openRawConnection, type ReceivedFrame } from './openRawConnection.js'
import { captureNames, readCapture } from './readCapture.js'

const requests = captureNames
  .filter((name) => !name.includes('shutdown'))
  .flatMap((name) => readCapture(name).calls.flatMap(({ frames }) => frames))
  .filter(({ dir }) => dir === 'client->server')
  .flatMap(({ hex }) => framesOf(Buffer.from(hex, 'hex')))
  .map(({ payload }) => payload)

const mutated = fc
  .tuple(
    fc.constantFrom(...requests),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
    fc.option(fc.nat(60), { nil: undefined }),
  )
  .map(([payload, changes, length]) => {
    const bytes = Uint8Array.from(payload)
    for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value
    return bytes.subarray(0, length)
  })

test('whatever the payloads, the connection stays usable and every call that was taken is ended', async () => {
  await using fake = await createFakeLinstor(cluster)
  await using connection = await openRawConnection(fake.uri)
  let pingId = 2n ** 60n // nobody else's
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(mutated, fc.uint8Array({ maxLength: 40 })), { maxLength: 20 }), async (all) => {
      connection.write(Buffer.concat(all.map((payload) => encodeFrame(FrameType.DATA, payload))))
      const { contents } = await connection.call('Ping', undefined, ++pingId)
      expect(contents).toEqual(['Pong', 'EndOfImmediateAnswers', 'COMPLETE'])
      const taken = () => fake.requests.filter(({ oneway }) => !oneway).length
      const isEnd = ({ header }: ReceivedFrame) => header.msgType === MsgHeaderMsgType.COMPLETE
      await connection.until((frames) => frames.filter(isEnd).length === taken())
    }),
    { numRuns: 60 },
  )
})
