import { expect, test } from 'vitest'
import { isWaitFailedError, isWaitTimeoutError, type WaitParameters } from '../src/index.js'
import { caught, startCloud } from './startCloud.js'

type Cloud = Awaited<ReturnType<typeof startCloud>>
type Wait = (
  parameters?: WaitParameters<{ readonly status?: unknown }>,
  options?: { signal: AbortSignal },
) => Promise<{ id: string }>

/** Something that changes its status in ten seconds, and the waits for it. */
interface Subject {
  readonly before: string
  readonly after: string
  readonly until: Wait
  readonly while: Wait
  /** What the fake remembers of it. */
  readonly remembered: { status: string }
  readonly remove: () => void
}

const slow = 10_000

async function runningServer({ compute, clock }: Cloud): Promise<string> {
  const [image] = await compute.listImages()
  const { id } = await compute.createServer({ name: 'a', flavorId: 42, imageId: image?.id ?? '', networks: [] })
  await clock.runUntil(compute.waitServerUntil({ serverId: id }))
  return id
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the fake does not know it')
  return value
}

const subjects: Record<string, (cloud: Cloud) => Promise<Subject>> = {
  server: async ({ compute, fake }) => {
    const [image] = await compute.listImages()
    const { id: serverId } = await compute.createServer({ name: 'a', flavorId: 42, imageId: image?.id ?? '' })
    const remembered = known(fake.state.servers.get(Number(serverId)))
    return {
      before: 'BUILD',
      after: 'ACTIVE',
      until: (parameters, options) => compute.waitServerUntil({ serverId, ...parameters }, options),
      while: (parameters, options) => compute.waitServerWhile({ serverId, ...parameters }, options),
      remembered,
      remove: () => void Object.assign(remembered, { status: 'DELETED', deleted: true }),
    }
  },
  port: async (cloud) => {
    const { network, fake } = cloud
    const deviceId = await runningServer(cloud)
    const { id: networkId } = await network.createNetwork({ type: 'MAC_FILTERED' })
    const { id: portId } = await network.createPort({ networkId, deviceId })
    return {
      before: 'BUILD',
      after: 'ACTIVE',
      until: (parameters, options) => network.waitPortUntil({ portId, ...parameters }, options),
      while: (parameters, options) => network.waitPortWhile({ portId, ...parameters }, options),
      remembered: known(fake.state.ports.get(portId)),
      remove: () => void fake.state.ports.delete(portId),
    }
  },
  volume: async (cloud) => {
    const { blockStorage, fake } = cloud
    const serverId = await runningServer(cloud)
    const { id: volumeId } = await blockStorage.createVolume({ size: 1, displayName: 'data', serverId, volumeType: 2 })
    const remembered = known(fake.state.volumes.get(volumeId))
    return {
      before: 'creating',
      after: 'in_use',
      until: (parameters, options) => blockStorage.waitVolumeUntil({ volumeId, ...parameters }, options),
      while: (parameters, options) => blockStorage.waitVolumeWhile({ volumeId, ...parameters }, options),
      remembered,
      remove: () => void Object.assign(remembered, { status: 'deleted', deleted: true }),
    }
  },
  snapshot: async (cloud) => {
    const { blockStorage, fake } = cloud
    const serverId = await runningServer(cloud)
    const volumeId = known([...fake.state.volumes.values()].find(({ server }) => String(server) === serverId)).id
    const { id: snapshotId } = await blockStorage.createSnapshot({ volumeId })
    const remembered = known(fake.state.images.get(snapshotId))
    return {
      before: 'CREATING',
      after: 'AVAILABLE',
      until: (parameters, options) => blockStorage.waitSnapshotUntil({ snapshotId, ...parameters }, options),
      while: (parameters, options) => blockStorage.waitSnapshotWhile({ snapshotId, ...parameters }, options),
      remembered,
      remove: () => void Object.assign(remembered, { status: 'DELETED', deleted: true }),
    }
  },
  image: async ({ image, fake }) => {
    const { id: imageId } = await image.register({ name: 'Mine', location: '/images/mine.diskdump' })
    const remembered = known(fake.state.images.get(imageId))
    remembered.status = 'SAVING'
    fake.state.later(slow, () => {
      remembered.status = 'AVAILABLE'
    })
    return {
      before: 'SAVING',
      after: 'AVAILABLE',
      until: (parameters, options) => image.waitImageUntil({ imageId, ...parameters }, options),
      while: (parameters, options) => image.waitImageWhile({ imageId, ...parameters }, options),
      remembered,
      remove: () => void fake.state.images.delete(imageId),
    }
  },
}

const waits = Object.keys(subjects).flatMap((kind) => (['until', 'while'] as const).map((way) => ({ kind, way })))

async function start({ kind, way }: (typeof waits)[number]) {
  const cloud = await startCloud({ timings: { build: slow, task: slow, port: slow, volume: slow, snapshot: slow } })
  const subject = await known(subjects[kind])(cloud)
  return Object.assign(cloud, { subject, wait: subject[way] })
}

test.for(waits)('$kind, $way: success, having told the progress', async (each) => {
  await using cloud = await start(each)
  const { clock, subject } = cloud
  const seen: string[] = []
  const onProgress = ({ status }: { readonly status?: unknown }) => void seen.push(String(status))
  const begun = clock.now()
  const result = await clock.runUntil(cloud.wait({ delayMs: 4_000, onProgress }))
  expect(result).toMatchObject({ status: subject.after })
  expect(seen).toEqual([subject.before, subject.before, subject.before, subject.after])
  expect(clock.now() - begun).toBe(12_000)
  expect(clock.pending).toBe(0)
})

test.for(waits)('$kind, $way: an error status ends it at once', async (each) => {
  await using cloud = await start(each)
  const { clock, subject } = cloud
  const waiting = caught(cloud.wait({ maxWaitMs: 60_000, delayMs: 1_000 }))
  subject.remembered.status = subject.before.toLowerCase() === subject.before ? 'error' : 'ERROR'
  const begun = clock.now()
  const error = await clock.runUntil(waiting)
  if (!isWaitFailedError(error)) throw error
  expect(error).toMatchObject({ state: subject.remembered.status, retryable: false, last: { status: error.state } })
  expect(clock.now() - begun).toBeLessThanOrEqual(1_000)
})

test.for(waits)('$kind, $way: a deletion ends it at once', async (each) => {
  await using cloud = await start(each)
  const { clock, subject } = cloud
  const onProgress = () => subject.remove()
  const begun = clock.now()
  const error = await clock.runUntil(caught(cloud.wait({ delayMs: 1_000, onProgress })))
  if (!isWaitFailedError(error)) throw error
  expect(error.state.toUpperCase()).toBe('DELETED')
  expect(error.message).toContain(`${each.kind} `)
  expect(clock.now() - begun).toBe(1_000)
})

test.for(waits)('$kind, $way: time that is up is a typed error with what was seen last', async (each) => {
  await using cloud = await start(each)
  const { clock, subject } = cloud
  const begun = clock.now()
  const error = await clock.runUntil(caught(cloud.wait({ maxWaitMs: 5_000, delayMs: 1_000 })))
  if (!isWaitTimeoutError(error)) throw error
  expect(error).toMatchObject({ status: subject.before, timeoutMs: 5_000, last: { status: subject.before } })
  expect(clock.now() - begun).toBe(4_000)
  expect(clock.pending).toBe(0)
})

test.for(waits)('$kind, $way: an abort ends it with its reason and leaves nothing behind', async (each) => {
  await using cloud = await start(each)
  const stop = new AbortController()
  const waiting = caught(cloud.wait({}, { signal: stop.signal }))
  await cloud.clock.advance(2_500)
  stop.abort(new Error('no longer needed'))
  expect(await waiting).toBe(stop.signal.reason)
  expect(cloud.clock.pending).toBe(0)
})
