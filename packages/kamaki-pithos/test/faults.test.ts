import { isConnectionError, isTimeoutError } from '@x/core-errors'
import type { Fault } from '@x/core-errors/testing'
import { describe, expect, test, vi } from 'vitest'
import type { TransferOptions } from '../src/index.js'
import { observedTarget } from './support/observedTarget.js'
import { quickRetry } from './support/quickRetry.js'
import { randomBytes } from './support/randomBytes.js'
import { useClouds } from './support/useClouds.js'
import { type BlockTraffic, watchBlocks } from './support/watchBlocks.js'

// Some hundred requests each, on a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 })

const start = useClouds()
const blockSize = 16_384
const bytes = randomBytes(20 * blockSize - 777)
const tenths = Array.from({ length: 10 }, (_, index) => index)

const isPost = ({ method, url }: Request) => method === 'POST' && url.includes('update')
const isRange = ({ headers }: Request) => headers.has('range')

// Strikes the request that carries the first byte of a tenth of all that is transferred.
const atTenth = (tenth: number, isIt: (request: Request) => boolean, fault: Fault): Fault => {
  let count = 0
  return { ...fault, match: (request) => isIt(request) && count++ === tenth * 2 }
}
const firstError = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

const sources = {
  bytes: () => bytes,
  'a stream': () => new Blob([bytes]).stream() as ReadableStream<Uint8Array>,
}

describe.each(Object.entries(sources))('an upload of %s whose connection drops', (_, source) => {
  const kinds: [string, Fault][] = [
    ['before the server has the block', { drop: 'before' }],
    ['within the block', { cutBody: 5000 }],
    ['after the server has the block', { drop: 'after' }],
  ]
  test.each(kinds)('%s goes on by itself, at every tenth', async (_, fault) => {
    for (const tenth of tenths) {
      const started = await start({ blockSize })
      const traffic = watchBlocks(started)
      started.cloud.failNext(atTenth(tenth, isPost, fault))
      await started.pithos.upload({ obj: 'x', source: source() }, quickRetry)
      expect(await traffic.needless()).toEqual([])
      expect(traffic.posts()).toBe(fault.drop === 'after' ? 20 : 21)
      const { data } = await started.pithos.download({ obj: 'x', target: 'bytes' })
      expect(Buffer.compare(data, bytes)).toBe(0)
    }
  })

  test.each(kinds)('%s and that gave up is resumed with nothing kept, at every tenth', async (_, fault) => {
    for (const tenth of tenths) {
      const started = await start({ blockSize })
      const { pithos, cloud, store } = started
      cloud.failNext(atTenth(tenth, isPost, fault))
      const error = await firstError(pithos.upload({ obj: 'x', source: source() }, { retry: false }))
      expect(isConnectionError(error), String(error)).toBe(true)
      const present = store.blocks.size
      const traffic = watchBlocks(started)
      const { sent, skipped } = await pithos.upload({ obj: 'x', source: source() }, quickRetry)
      expect(await traffic.needless()).toEqual([])
      expect(traffic.posts()).toBe(20 - present)
      expect(sent + skipped).toBe(bytes.length)
      const { data } = await pithos.download({ obj: 'x', target: 'bytes' })
      expect(Buffer.compare(data, bytes)).toBe(0)
    }
  })
})

describe('a download whose connection drops', () => {
  const kinds: [string, Fault][] = [
    ['before the answer', { drop: 'before' }],
    ['within a block', { drop: 7000 }],
  ]
  test.each(kinds)('%s goes on by itself, at every tenth', async (_, fault) => {
    const started = await start({ blockSize })
    await started.pithos.upload({ obj: 'x', source: bytes })
    for (const tenth of tenths) {
      const traffic = watchBlocks(started)
      started.cloud.failNext(atTenth(tenth, isRange, fault))
      const { data } = await started.pithos.download({ obj: 'x', target: 'bytes' }, quickRetry)
      expect(Buffer.compare(data, bytes)).toBe(0)
      expect(traffic.ranges()).toHaveLength(21)
      started.cloud.clearFaults()
    }
  })

  test.each(kinds)('%s and that gave up is resumed by comparing hashes, at every tenth', async (_, fault) => {
    const started = await start({ blockSize })
    await started.pithos.upload({ obj: 'x', source: bytes })
    for (const tenth of tenths) {
      const target = observedTarget()
      started.cloud.failNext(atTenth(tenth, isRange, fault))
      const error = await firstError(started.pithos.download({ obj: 'x', target }, { retry: false }))
      expect(isConnectionError(error), String(error)).toBe(true)
      const written = target.writes.reduce((sum, [, length]) => sum + length, 0)
      const { received } = await started.pithos.download({ obj: 'x', target }, quickRetry)
      expect(Buffer.compare(target.content(), bytes)).toBe(0)
      expect(received).toBe(bytes.length - written)
      started.cloud.clearFaults()
    }
  })
})

describe('a server in trouble', () => {
  const both = async (fault: Fault, options: TransferOptions) => {
    const started = await start({ blockSize })
    const { cloud, pithos } = started
    const traffic: BlockTraffic = watchBlocks(started)
    cloud.failNext({ ...fault, match: ({ url }) => url.includes('/object-store/') })
    const { sent } = await pithos.upload({ obj: 'x', source: bytes }, options)
    expect(sent).toBe(bytes.length)
    cloud.clearFaults()
    cloud.failNext({ ...fault, match: ({ url }) => url.includes('/object-store/') })
    const { data } = await pithos.download({ obj: 'x', target: 'bytes' }, options)
    expect(Buffer.compare(data, bytes)).toBe(0)
    expect(cloud.pendingFaults).toBe(0)
    return traffic
  }

  test('that answers 503 for a while is waited for', async () => {
    // The HEAD of the container is retried by the session, which tries less often.
    await both({ status: 503, headers: { 'retry-after': '0' }, times: 2 }, quickRetry)
    const started = await start({ blockSize })
    started.cloud.failNext({ match: isPost, status: 503, headers: { 'retry-after': '0' }, times: 25 })
    await started.pithos.upload({ obj: 'x', source: bytes }, { retry: { attempts: 30, delayMs: () => 0 } })
    expect(started.cloud.requests.filter(({ search }) => search.includes('update'))).toHaveLength(45)
  })

  test('that is slow is waited for, as long as it says something in time', async () => {
    await both({ delayMs: 20, split: 1000, times: 9 }, { timeoutMs: 20_000 })
  })

  test('that falls silent is asked again', async () => {
    const started = await start({ blockSize })
    const options = { ...quickRetry, timeoutMs: 1000 }
    started.cloud.failNext({ match: isPost, hang: true })
    await started.pithos.upload({ obj: 'x', source: bytes }, options)
    started.cloud.failNext({ match: isRange, hang: true })
    const { data } = await started.pithos.download({ obj: 'x', target: 'bytes' }, options)
    expect(Buffer.compare(data, bytes)).toBe(0)
    started.cloud.failNext({ match: isRange, hang: true, times: 9 })
    const error = await firstError(
      started.pithos.download({ obj: 'x', target: 'bytes' }, { retry: false, timeoutMs: 300, concurrency: 1 }),
    )
    expect(isTimeoutError(error) && error.timeoutMs).toBe(300)
  })

  test('that stays down is given up, and what fails for good is not repeated', async () => {
    const { pithos, cloud } = await start({ blockSize })
    cloud.failNext({ match: isPost, status: 503, headers: { 'retry-after': '0' }, times: 99 })
    const error = await firstError(pithos.upload({ obj: 'x', source: bytes }, { concurrency: 1, ...quickRetry }))
    expect(error).toMatchObject({ status: 503 })
    const posts = () => cloud.requests.filter(({ search }) => search.includes('update')).length
    expect(posts()).toBe(8)
    for (const status of [400, 403, 413, 501]) {
      cloud.clearFaults()
      cloud.clearRequests()
      cloud.failNext({ match: isPost, status, times: 99 })
      const refused = await firstError(pithos.upload({ obj: 'x', source: bytes }, { concurrency: 1, ...quickRetry }))
      expect(refused).toMatchObject({ status })
      expect(posts()).toBe(1)
    }
    cloud.clearFaults()
  })
})
