import { isConfigurationError, isProtocolError } from '@x/core-errors'
import { describe, expect, test, vi } from 'vitest'
import {
  type DownloadParameters,
  isHashMismatchError,
  isNotFoundError,
  isNotModifiedError,
  isPreconditionFailedError,
  type TransferProgress,
} from '../src/index.js'
import { caught } from './support/caught.js'
import { observedTarget } from './support/observedTarget.js'
import { quickRetry } from './support/quickRetry.js'
import { randomBytes } from './support/randomBytes.js'
import { useClouds } from './support/useClouds.js'
import { watchBlocks } from './support/watchBlocks.js'

// Some hundred requests each, on a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 })

const start = useClouds()
const bytes = randomBytes(10_000) // nine blocks and a part of one
const other = randomBytes(10_000, 2)

const collector = (onWrite: (count: number) => unknown = () => {}) => {
  const chunks: Uint8Array[] = []
  const write = async (chunk: Uint8Array) => {
    await onWrite(chunks.length)
    chunks.push(chunk)
  }
  return { target: new WritableStream<Uint8Array>({ write }), content: () => Buffer.concat(chunks) }
}

describe('downloads', () => {
  test('ask for exactly the blocks that are missing, each on the condition that nothing changed', async () => {
    const started = await start()
    const { pithos, cloud } = started
    const { etag } = await pithos.upload({ obj: 'x', source: bytes })
    const present = bytes.slice(0, 7000)
    present[2500] = present[2500]! ^ 1
    const target = observedTarget(present)
    const traffic = watchBlocks(started)
    const events: TransferProgress[] = []
    const onProgress = (event: TransferProgress) => void events.push(event)
    const result = await pithos.download({ obj: 'x', target }, { onProgress })
    expect(Buffer.compare(target.content(), bytes)).toBe(0)
    // The third block is damaged, the seventh is cut short, the rest is not there.
    const missing = ['2048-3071', '6144-7167', '7168-8191', '8192-9215', '9216-9999']
    expect(traffic.ranges().sort()).toEqual(missing.map((range) => `bytes=${range}`))
    const gets = cloud.requests.filter(({ headers }) => headers.has('range'))
    expect(new Set(gets.map(({ headers }) => headers.get('if-match')))).toEqual(new Set([etag]))
    expect(result).toMatchObject({ bytes: 10_000, received: 4880, skipped: 5120, isVerified: true, restarts: 0 })
    const done = { phase: 'done', total: 10_000, hashed: 6144, transferred: 4880, skipped: 5120 }
    expect(events.at(-1)).toEqual(done)
  })

  test('cut what is longer, and find out that nothing is to be done', async () => {
    const started = await start()
    const { pithos } = started
    await pithos.upload({ obj: 'x', source: bytes })
    const target = observedTarget(Buffer.concat([bytes, other]))
    const traffic = watchBlocks(started)
    await pithos.download({ obj: 'x', target })
    expect(Buffer.compare(target.content(), bytes)).toBe(0)
    expect([traffic.ranges(), target.writes]).toEqual([[], []])
    await pithos.upload({ obj: 'empty', source: new Uint8Array() })
    await pithos.download({ obj: 'empty', target })
    expect(target.content()).toHaveLength(0)
  })

  test('don’t take bytes for right that differ in zeros at the front of a block', async () => {
    const { pithos } = await start()
    const zerosFirst = new Uint8Array([...new Uint8Array(24), ...bytes.subarray(0, 1000)])
    await pithos.upload({ obj: 'x', source: zerosFirst })
    const target = observedTarget(bytes.subarray(0, 1000))
    await pithos.download({ obj: 'x', target })
    expect(Buffer.compare(target.content(), zerosFirst)).toBe(0)
  })

  test('fetch a block that occurs several times once, and none that is all zeros', async () => {
    const started = await start({ blockSize: 65_536 })
    const { pithos } = started
    const block = randomBytes(65_536)
    const zeros = new Uint8Array(65_536)
    const source = Buffer.concat([block, zeros, block, zeros, block.subarray(0, 100), new Uint8Array(50)])
    await pithos.upload({ obj: 'x', source })
    const traffic = watchBlocks(started)
    const { data, received, skipped } = await pithos.download({ obj: 'x', target: 'bytes' })
    expect(Buffer.compare(data, source)).toBe(0)
    expect(traffic.ranges()).toHaveLength(2)
    expect([received, skipped]).toEqual([65_536 + 150, source.length - 65_536 - 150])
  })

  test('give ranges in order to memory and streams, and at their own places elsewhere', async () => {
    const started = await start()
    const { pithos } = started
    await pithos.upload({ obj: 'x', source: bytes })
    const range = '100-1500,3000-3001,-5,9990-'
    const wanted = Buffer.concat([
      bytes.subarray(100, 1501),
      bytes.subarray(3000, 3002),
      bytes.subarray(-5),
      bytes.subarray(9990),
    ])
    const { data, isVerified } = await pithos.download({ obj: 'x', target: 'bytes', range })
    expect(Buffer.compare(data, wanted)).toBe(0)
    expect(isVerified).toBe(false) // parts of blocks have no hash
    const { target, content } = collector()
    await pithos.download({ obj: 'x', target, range })
    expect(Buffer.compare(content(), wanted)).toBe(0)
    const places = observedTarget()
    await pithos.download({ obj: 'x', target: places, range: '2048-4095' }, { concurrency: 1 })
    expect(places.writes).toEqual([
      [2048, 1024],
      [3072, 1024],
    ])
    await expect(pithos.download({ obj: 'x', target: 'bytes', range: '5-3' })).rejects.toMatchObject({
      kind: 'configuration',
    })
  })

  test('begin anew when the object is replaced, and never mix two versions', async () => {
    const { pithos } = await start()
    await pithos.upload({ obj: 'x', source: bytes })
    const target = observedTarget(undefined, (count) => {
      return count === 3 ? pithos.upload({ obj: 'x', source: other }) : undefined
    })
    const { restarts, isVerified } = await pithos.download({ obj: 'x', target }, { concurrency: 2 })
    expect(Buffer.compare(target.content(), other)).toBe(0)
    expect([restarts, isVerified]).toEqual([1, true])
  })

  test('finish a stream with the version they began with', async () => {
    const { pithos } = await start()
    await pithos.upload({ obj: 'x', source: bytes })
    const { target, content } = collector((count) => {
      return count === 3 ? pithos.upload({ obj: 'x', source: other }) : undefined
    })
    await pithos.download({ obj: 'x', target }, { concurrency: 2 })
    expect(Buffer.compare(content(), bytes)).toBe(0)
  })

  test('end a stream with an error when that version is gone', async () => {
    const { pithos } = await start()
    await pithos.setContainerVersioning({ versioning: 'none' })
    await pithos.upload({ obj: 'x', source: bytes })
    const { target } = collector((count) => (count === 3 ? pithos.upload({ obj: 'x', source: other }) : undefined))
    const error = await caught(pithos.download({ obj: 'x', target }, { concurrency: 2, ...quickRetry }))
    expect(isPreconditionFailedError(error)).toBe(true)
  })

  test('fetch a version of its own, also of an object that is deleted', async () => {
    const { pithos } = await start()
    const { version } = await pithos.upload({ obj: 'x', source: bytes })
    await pithos.upload({ obj: 'x', source: other })
    await pithos.deleteObject({ obj: 'x' })
    const { data } = await pithos.download({ obj: 'x', target: 'bytes', version })
    expect(Buffer.compare(data, bytes)).toBe(0)
  })

  test('say that nothing changed, that a condition does not hold, and that there is nothing', async () => {
    const { pithos } = await start()
    const { etag = '' } = await pithos.upload({ obj: 'x', source: bytes })
    const target = observedTarget()
    const now = new Date(Date.now() + 5000)
    const cases = [
      [{ obj: 'x', ifNoneMatch: etag }, isNotModifiedError],
      [{ obj: 'x', ifModifiedSince: now }, isNotModifiedError],
      [{ obj: 'x', ifMatch: 'another' }, isPreconditionFailedError],
      [{ obj: 'x', ifUnmodifiedSince: new Date(0) }, isPreconditionFailedError],
      [{ obj: 'none' }, isNotFoundError],
    ] as const
    for (const [source, isIt] of cases) {
      expect(await caught(pithos.download({ ...source, target }, quickRetry))).toSatisfy(isIt)
    }
    expect(target.writes).toEqual([])
    const { data } = await pithos.download({ obj: 'x', target: 'bytes', ifMatch: etag })
    expect(data).toHaveLength(10_000)
  })

  test('ask again for a block that arrives damaged, and give up when it always does', async () => {
    const { pithos, cloud } = await start()
    await pithos.upload({ obj: 'x', source: bytes })
    const third = ({ headers }: Request) => headers.get('range') === 'bytes=2048-3071'
    cloud.failNext({ match: third, garble: true })
    const { data } = await pithos.download({ obj: 'x', target: 'bytes' })
    expect(Buffer.compare(data, bytes)).toBe(0)
    cloud.failNext({ match: third, garble: true, times: 99 })
    const error = await caught(pithos.download({ obj: 'x', target: 'bytes' }))
    expect(isHashMismatchError(error) && error.position).toBe(2048)
    expect(cloud.requests.filter(({ headers }) => headers.get('range') === 'bytes=2048-3071')).toHaveLength(2 + 3)
    cloud.clearFaults()
  })

  test('believe no hashmap that does not fit the hash of the object', async () => {
    const { pithos, cloud } = await start()
    const { hash } = await pithos.upload({ obj: 'x', source: bytes })
    const hashmap = { bytes: 100, hashes: ['ab'.repeat(32)], block_size: 1024, block_hash: 'sha256' }
    const headers = { 'x-object-hash': hash, etag: hash }
    cloud.failNext({ match: ({ url }) => url.includes('hashmap'), status: 200, body: hashmap, headers })
    expect(await caught(pithos.download({ obj: 'x', target: 'bytes' }))).toSatisfy(isHashMismatchError)
  })

  test('refuse other bytes than they asked for', async () => {
    const { pithos, cloud } = await start()
    await pithos.upload({ obj: 'x', source: bytes })
    const isBlock = ({ headers }: Request) => headers.has('range')
    const part = 'x'.repeat(1024)
    const wrong = [
      { status: 200, body: 'x'.repeat(10_000) },
      { status: 206, body: part, headers: { 'content-range': 'bytes 0-1023/9999' } },
      { status: 206, body: part },
      { status: 206, body: `${part}!`, headers: { 'content-range': 'bytes 0-1023/10000' } },
      { status: 206, body: 'short', headers: { 'content-range': 'bytes 0-1023/10000' } },
    ]
    for (const answer of wrong) {
      cloud.failNext({ match: isBlock, ...answer, times: 99 })
      const error = await caught(pithos.download({ obj: 'x', target: 'bytes' }, { concurrency: 1, ...quickRetry }))
      expect(isProtocolError(error), String(error)).toBe(true)
      cloud.clearFaults()
    }
  })

  test.each(['gzip', 'deflate', 'br'])('leave the stored encoding %s alone', async (contentEncoding) => {
    const { pithos } = await start()
    await pithos.upload({ obj: 'x', source: bytes, contentEncoding })
    const { data, info } = await pithos.download({ obj: 'x', target: 'bytes' })
    expect(Buffer.compare(data, bytes)).toBe(0)
    expect(info.contentEncoding).toBe(contentEncoding)
    const { target, content } = collector()
    await pithos.download({ obj: 'x', target })
    expect(Buffer.compare(content(), bytes)).toBe(0)
  })

  test('join the parts of an object that stands for others', async () => {
    const { pithos } = await start()
    await pithos.upload({ obj: 'part/1', source: bytes })
    await pithos.upload({ obj: 'part/2', source: other.subarray(0, 1500) })
    await pithos.createObjectByManifestation({ obj: 'whole', manifest: 'pithos/part/' })
    const { data, isVerified } = await pithos.download({ obj: 'whole', target: 'bytes' })
    expect(Buffer.compare(data, Buffer.concat([bytes, other.subarray(0, 1500)]))).toBe(0)
    expect(isVerified).toBe(false)
  })

  test('fail, when they must verify, rather than hand on what has no hash', async () => {
    const started = await start()
    const { pithos } = started
    await pithos.upload({ obj: 'x', source: bytes })
    await pithos.createObjectByManifestation({ obj: 'all', manifest: 'pithos/x' })
    const traffic = watchBlocks(started)
    const get = (parameters: Omit<DownloadParameters<'bytes'>, 'target'>) =>
      pithos.download({ ...parameters, target: 'bytes', mustVerify: true })
    const part = await caught(get({ obj: 'x', range: '0-100' }))
    expect(isConfigurationError(part) && part.message).toMatch(/bytes 0 to 100 have no hash.*part of a block/)
    expect(await caught(get({ obj: 'all' }))).toSatisfy(isConfigurationError)
    expect(traffic.ranges()).toEqual([])
    const { data, isVerified } = await get({ obj: 'x', range: '1024-2047,9216-' })
    expect(isVerified).toBe(true)
    expect(Buffer.compare(data, Buffer.concat([bytes.subarray(1024, 2048), bytes.subarray(9216)]))).toBe(0)
  })

  test('have what was cut on the server as it is, unless they must verify', async () => {
    const { pithos } = await start()
    await pithos.upload({ obj: 'x', source: bytes })
    await pithos.truncateObject({ obj: 'x', uptoBytes: 5000 })
    const { data, isVerified } = await pithos.download({ obj: 'x', target: 'bytes' })
    expect(Buffer.compare(data, bytes.subarray(0, 5000))).toBe(0)
    expect(isVerified).toBe(false) // the last block is longer on the server, and its hash is that of all of it
    const error = await caught(pithos.download({ obj: 'x', target: 'bytes', mustVerify: true }))
    expect(isHashMismatchError(error) && error.position).toBe(4096)
  })

  test('hand the failure to the stream they write to, and the stream’s to their caller', async () => {
    const { pithos, cloud } = await start()
    await pithos.upload({ obj: 'x', source: bytes })
    let reason: unknown
    const target = new WritableStream<Uint8Array>({
      abort: (why) => {
        reason = why
      },
    })
    cloud.failNext({ match: ({ headers }) => headers.get('range')?.startsWith('bytes=5120') ?? false, status: 403 })
    const error = await caught(pithos.download({ obj: 'x', target }, quickRetry))
    expect(error).toMatchObject({ status: 403 })
    await expect.poll(() => reason).toBe(error)
    const full = new Error('the pipe is broken')
    const broken = new WritableStream<Uint8Array>({ write: () => Promise.reject(full) })
    await expect(pithos.download({ obj: 'x', target: broken })).rejects.toBe(full)
  })
})
