import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { isWaitFailedError, isWaitTimeoutError, type Server } from '../src/index.js'
import { caught, startCloud } from './startCloud.js'

const building = async (parameters = {}) => {
  const cloud = await startCloud({ timings: { build: 10_000 }, ...parameters })
  const [image] = await cloud.compute.listImages()
  const { id: serverId } = await cloud.compute.createServer({ name: 'a', flavorId: 42, imageId: image?.id ?? '' })
  return Object.assign(cloud, { serverId })
}

test('a wait ends in success, having told the progress', async () => {
  await using cloud = await building()
  const seen: [string, number | null | undefined][] = []
  const onProgress = ({ status, progress }: Server) => void seen.push([status, progress])
  const before = cloud.clock.now()
  const server = await cloud.clock.runUntil(
    cloud.compute.waitServerUntil({ serverId: cloud.serverId, delayMs: 2_500, onProgress }),
  )
  expect(server).toMatchObject({ status: 'ACTIVE', attachments: [{ ipv4: '203.0.113.2' }] })
  expect(seen).toEqual([
    ['BUILD', 0],
    ['BUILD', 25],
    ['BUILD', 50],
    ['BUILD', 75],
    ['ACTIVE', 100],
  ])
  expect(cloud.clock.now() - before).toBe(10_000)
  expect(cloud.clock.pending).toBe(0)
})

test('a wait ends at once when the server goes wrong, and hands it out', async () => {
  await using cloud = await building()
  cloud.fake.state.failingServers = 1
  const [image] = await cloud.compute.listImages()
  const { id: serverId } = await cloud.compute.createServer({ name: 'b', flavorId: 42, imageId: image?.id ?? '' })
  const error = await cloud.clock.runUntil(caught(cloud.compute.waitServerUntil({ serverId })))
  if (!isWaitFailedError(error)) throw error
  expect(error.message).toBe(`waitServerUntil: server ${serverId} became ERROR while it was waited for to be ACTIVE`)
  expect(error).toMatchObject({ state: 'ERROR', last: { id: serverId }, retryable: false })
  const leaving = await cloud.clock.runUntil(caught(cloud.compute.waitServerWhile({ serverId })))
  expect(isWaitFailedError(leaving)).toBe(true)
  const patient = await cloud.clock.runUntil(cloud.compute.waitServerWhile({ serverId, failFast: false }))
  expect(patient.status).toBe('ERROR')
})

test('a wait ends at once when the server is deleted', async () => {
  await using cloud = await building()
  const { serverId } = cloud
  const waiting = caught(cloud.compute.waitServerUntil({ serverId }))
  await cloud.compute.deleteServer({ serverId })
  const error = await cloud.clock.runUntil(waiting)
  expect(isWaitFailedError(error) && error.state).toBe('DELETED')
})

test('a wait that takes too long is a typed error with what was seen last', async () => {
  await using cloud = await building()
  const { serverId } = cloud
  const before = cloud.clock.now()
  const error = await cloud.clock.runUntil(caught(cloud.compute.waitServerUntil({ serverId, maxWaitMs: 5_000 })))
  if (!isWaitTimeoutError(error)) throw error
  expect(error.message).toBe(
    `waitServerUntil: server ${serverId} is still BUILD after 5000 ms of waiting for it to be ACTIVE`,
  )
  expect(error).toMatchObject({ status: 'BUILD', timeoutMs: 5_000, retryable: true, last: { id: serverId } })
  expect(cloud.clock.now() - before).toBe(4_000)
  expect(inspect(error)).not.toContain('attachments') // the last answer is data, not part of the message
  expect(cloud.clock.pending).toBe(0)
})

test("an abort ends a wait with the caller's own reason and leaves nothing behind", async () => {
  await using cloud = await building()
  const stop = new AbortController()
  const waiting = caught(cloud.compute.waitServerUntil({ serverId: cloud.serverId }, { signal: stop.signal }))
  await cloud.clock.advance(1_500)
  stop.abort(new Error('no longer needed'))
  expect(await waiting).toBe(stop.signal.reason)
  expect(cloud.clock.pending).toBe(0)
})

test('pauses grow up to a bound', async () => {
  await using cloud = await building()
  const times: number[] = []
  const start = cloud.clock.now()
  await cloud.clock.runUntil(
    cloud.compute.waitServerUntil({
      serverId: cloud.serverId,
      delayMs: 500,
      backoff: 2,
      maxDelayMs: 3_000,
      onProgress: () => times.push(cloud.clock.now() - start),
    }),
  )
  expect(times).toEqual([0, 500, 1_500, 3_500, 6_500, 9_500, 12_500])
})

test('a task that is under way keeps a wait going, unless it does not matter', async () => {
  await using cloud = await building()
  const { compute, clock, serverId } = cloud
  await clock.runUntil(compute.waitServerUntil({ serverId }))
  await compute.shutdownServer({ serverId })
  const careless = await compute.waitServerUntil({ serverId, idle: false })
  expect(careless['SNF:task_state']).toBe('STOPPING')
  const error = await clock.runUntil(caught(compute.waitServerUntil({ serverId, maxWaitMs: 3_000 })))
  expect(isWaitTimeoutError(error) && error.status).toBe('STOPPED')
})

test('ports, volumes, snapshots and images are waited for the same way', async () => {
  await using cloud = await building()
  const { compute, network, blockStorage, image, clock, serverId } = cloud
  await clock.runUntil(compute.waitServerUntil({ serverId }))
  const { id: networkId } = await network.createNetwork({ type: 'MAC_FILTERED' })
  const { id: portId } = await network.createPort({ networkId, deviceId: serverId })
  expect(await clock.runUntil(network.waitPortUntil({ portId }))).toMatchObject({ status: 'ACTIVE' })
  await network.deletePort({ portId })
  const gone = await clock.runUntil(network.waitPortUntil({ portId, targetStatus: 'DELETED' }))
  expect(gone.id).toBe(portId)

  const { id: volumeId } = await blockStorage.createVolume({ size: 5, displayName: 'data', serverId, volumeType: 2 })
  expect(await clock.runUntil(blockStorage.waitVolumeUntil({ volumeId }))).toMatchObject({ status: 'in_use' })
  const { id: snapshotId } = await blockStorage.createSnapshot({ volumeId })
  expect(await caught(clock.runUntil(image.waitImageWhile({ imageId: 'nobody' })))).toMatchObject({ status: 404 })
  expect(await clock.runUntil(blockStorage.waitSnapshotUntil({ snapshotId }))).toMatchObject({ status: 'AVAILABLE' })
  expect(await clock.runUntil(image.waitImageUntil({ imageId: snapshotId }))).toMatchObject({ is_snapshot: true })
  expect(await clock.runUntil(blockStorage.waitSnapshotWhile({ snapshotId }))).toMatchObject({ id: snapshotId })

  const detached = await clock.runUntil(compute.detachVolumeAndWait({ serverId, volumeId }))
  expect(detached).toMatchObject({ status: 'available', attachments: [] })
  expect(await clock.runUntil(compute.attachVolumeAndWait({ serverId, volumeId }))).toMatchObject({ status: 'in_use' })
  await blockStorage.deleteVolume({ volumeId })
  const isFree = () => blockStorage.waitVolumeWhile({ volumeId, currentStatus: 'deleting' })
  expect(await clock.runUntil(isFree())).toMatchObject({ id: volumeId })
  const custom = blockStorage.waitVolume({ volumeId: '310', stop: ({ status }) => status === 'in_use' })
  expect((await clock.runUntil(custom)).attachments).toMatchObject([{ server_id: serverId, device_index: 0 }])
})
