import { createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { leakedHandles, openHandles } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import { createCyclades } from '../src/index.js'
import { createFakeCyclades } from '../src/testing/index.js'
import { caught } from './startCloud.js'

test('calls, refusals, retries, aborted waits and a closed cloud leave no socket and no timer', async () => {
  const before = openHandles()
  const cloud = await createFakeSynnefo({ services: [createFakeCyclades()] })
  const session = createSynnefoSession({ url: cloud.url, token: cloud.token, retry: { delayMs: () => 1 } })
  const { compute, network } = createCyclades({ session })
  await Promise.all(Array.from({ length: 50 }, () => compute.listFlavors({ detail: true })))
  cloud.failNext({ status: 503 })
  await network.listNetworks()
  expect(await caught(compute.getServerDetails({ serverId: 1 }))).toMatchObject({ status: 404 })
  const [image] = await compute.listImages()
  const { id: serverId } = await compute.createServer({ name: 'a', flavorId: 1, imageId: image?.id ?? '' })
  const stop = new AbortController()
  const onProgress = () => stop.abort(new Error('seen enough'))
  const options = { signal: stop.signal }
  expect(await caught(compute.waitServerUntil({ serverId, onProgress }, options))).toBe(stop.signal.reason)
  const leaving = new AbortController()
  const onArrival = () => {
    leaving.abort(new Error('not now'))
    return true
  }
  cloud.failNext({ hang: true, match: onArrival })
  expect(await caught(compute.listServers({}, { signal: leaving.signal }))).toBe(leaving.signal.reason)
  await cloud.close()
  expect(await leakedHandles(before)).toEqual([])
})
