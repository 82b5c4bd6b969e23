import { expect, test } from 'vitest'
import { createFakeLinstor } from '../../src/testing/index.js'
import type { DescribedFrame } from './describeFrames.js'
import { openRawConnection } from './openRawConnection.js'
import { readCapture } from './readCapture.js'
import { replayCapture } from './replayCapture.js'
import { startingStates } from './startingStates.js'

const recordings = ['snapshot-create', 'watch-create-delete', 'watch-resource-lifecycle', 'raw-watch-no-match']

test.each(recordings)('sends the events of %s: per object the same values, in the same order', async (name) => {
  await using fake = await createFakeLinstor(startingStates[name]?.options)
  const { recorded, answered } = await replayCapture(fake.uri, readCapture(name), true)
  expect(streamsOf(answered)).toEqual(streamsOf(recorded))
})

test('sends events of what another connection does', async () => {
  const name = 'watch-other-connection'
  await using fake = await createFakeLinstor(startingStates[name]?.options)
  await using other = await openRawConnection(fake.uri)
  const { recorded, answered } = await replayCapture(fake.uri, readCapture(name), true, async () => {
    const props = [{ key: 'StorPoolName', value: 'lvmpool' }]
    await other.call('CrtRsc', { rsc: { name: 'obs', nodeName: 'alpha', props } })
    await other.call('DelRscDfn', { rscName: 'obs' })
  })
  expect(streamsOf(answered)).toEqual(streamsOf(recorded))
})

/**
 * The values of each stream of events. The controller repeats values, as often as threads happen to meet, and streams
 * have no order among each other: neither is compared.
 */
function streamsOf(frames: readonly DescribedFrame[]): Record<string, string[]> {
  const streams: Record<string, string[]> = {}
  for (const { messages } of frames.filter(({ isEvent }) => isEvent)) {
    const [{ eventAction, ...id }, value] = messages as [{ eventAction: string }, unknown]
    streams[JSON.stringify(id)] ??= []
    const values = streams[JSON.stringify(id)] ?? []
    const step = JSON.stringify([eventAction, value])
    if (values.at(-1) !== step) values.push(step)
  }
  return streams
}
