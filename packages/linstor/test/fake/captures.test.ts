import { expect, test } from 'vitest'
import { createFakeLinstor } from '../../src/testing/index.js'
import type { DescribedFrame } from './describeFrames.js'
import { openRawConnection } from './openRawConnection.js'
import { captureNames, readCapture } from './readCapture.js'
import { replayCapture } from './replayCapture.js'
import { startingStates } from './startingStates.js'

// The only texts that differ: what a Java machine says when there is no message where one is needed.
const javaTexts = new Set(['raw-internal-api', 'raw-missing-message'])

test.each(captureNames)('answers %s as the real controller did', async (name) => {
  const capture = readCapture(name)
  const { options = {}, prepare, anyOrder = false } = startingStates[name] ?? {}
  await using fake = await createFakeLinstor(options)
  if (prepare !== undefined) {
    await using connection = await openRawConnection(fake.uri)
    await prepare(fake, connection)
  }
  const { recorded, answered, closed } = await replayCapture(fake.uri, capture, options.satellite === undefined)
  const compared = (frames: readonly DescribedFrame[]) => {
    const answers = frames.filter(({ isEvent }) => !isEvent).map((frame) => JSON.stringify(frame))
    const comparable = javaTexts.has(name)
      ? answers.map((text) => text.replace(/"cause":".*?(?<!\\\\)",/, ''))
      : answers
    return anyOrder ? comparable.sort() : comparable
  }
  expect(compared(answered)).toEqual(compared(recorded))
  expect(closed).toBe(capture.server_closed_connection ?? name === 'controller-shutdown')
})
