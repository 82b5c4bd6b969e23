import { describe, expect, test, vi } from 'vitest'
import {
  isConflictError,
  isHashMismatchError,
  isNotFoundError,
  isPreconditionFailedError,
  isQuotaExceededError,
  type RandomAccessSource,
  type TransferProgress,
} from '../src/index.js'
import { caught } from './support/caught.js'
import { quickRetry } from './support/quickRetry.js'
import { randomBytes } from './support/randomBytes.js'
import { useClouds } from './support/useClouds.js'
import { watchBlocks } from './support/watchBlocks.js'

// Some hundred requests each, on a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 })

const start = useClouds()
const bytes = randomBytes(10_240) // ten blocks

describe('uploads', () => {
  test('keep type, encoding, disposition, sharing and metadata, whether blocks were missing or not', async () => {
    const { pithos, cloud } = await start()
    const bob = cloud.addUser({ email: 'bob@example.org' })
    const properties = {
      contentType: 'image/svg+xml; charset=utf-8',
      contentEncoding: 'gzip',
      contentDisposition: 'attachment; filename="Übersicht.svg"',
      metadata: { 'two-words': '100 % “done”', κλ: 'ναι' },
      sharing: { read: [bob.id], write: [] },
      public: true,
    }
    for (const obj of ['missing', 'there']) {
      await pithos.upload({ obj, source: bytes, ...properties })
      const info = await pithos.getObjectInfo({ obj })
      const { contentType, contentEncoding, contentDisposition } = properties
      expect(info).toMatchObject({ contentType, contentEncoding, contentDisposition })
      expect(info.meta).toEqual({ 'two-words': '100 % “done”', Κλ: 'ναι' }) // as the server writes it
      expect(info.sharing).toMatchObject({ read: [bob.id] })
      expect(info.publicUrl).toContain('/public/')
    }
  })

  test('replace the properties of an object, or keep those that are not given', async () => {
    const { pithos } = await start()
    const before = { contentType: 'text/csv', contentDisposition: 'inline', metadata: { a: '1', b: '2' } }
    await pithos.upload({ obj: 'x', source: bytes, ...before })
    await pithos.upload({ obj: 'x', source: randomBytes(10), keepProperties: true, metadata: { b: '3' } })
    const kept = await pithos.getObjectInfo({ obj: 'x' })
    expect(kept).toMatchObject({ contentType: 'text/csv', contentDisposition: 'inline', meta: { a: '1', b: '3' } })
    await pithos.upload({ obj: 'x', source: randomBytes(11) })
    const { contentType, contentDisposition, meta } = await pithos.getObjectInfo({ obj: 'x' })
    expect([contentType, contentDisposition, meta]).toEqual(['application/octet-stream', undefined, {}])
  })

  test('send what the server lost since it was asked, in another round', async () => {
    const started = await start()
    const { pithos, store } = started
    const traffic = watchBlocks(started)
    let lost: string | undefined
    const onProgress = ({ phase, transferred }: TransferProgress) => {
      if (phase !== 'committing' || transferred === 0 || lost !== undefined) return
      lost = [...store.blocks.keys()][3]
      store.forgetBlock(lost ?? '')
    }
    const { sent } = await pithos.upload({ obj: 'x', source: bytes }, { onProgress })
    expect(sent).toBe(bytes.length + 1024)
    expect(traffic.posts()).toBe(11)
    expect(Buffer.compare((await pithos.download({ obj: 'x', target: 'bytes' })).data, bytes)).toBe(0)
  })

  test('read a large source once, and send its blocks while others are being hashed', async () => {
    const blockSize = 4 * 1_048_576
    const { pithos, store } = await start({ blockSize })
    // 35 blocks and a rest; two of them are the same.
    const size = 35 * blockSize + 5
    const content = (index: number) => (index === 20 ? 4 : index + 1)
    let reads = 0
    const source: RandomAccessSource = {
      size,
      read: async (position, length, buffer) => {
        reads++
        return buffer()
          .subarray(0, length)
          .fill(content(position / blockSize))
      },
    }
    const phases: string[] = []
    const onProgress = ({ phase }: TransferProgress) => phases.at(-1) !== phase && phases.push(phase)
    const first = await pithos.upload({ obj: 'x', source }, { onProgress })
    expect([first.sent, first.skipped, reads]).toEqual([size - blockSize, blockSize, 36])
    expect(phases.slice(0, 4)).toEqual(['hashing', 'sending', 'hashing', 'sending'])
    const again = await pithos.upload({ obj: 'x', source })
    expect([again.sent, again.skipped, reads]).toEqual([0, size, 72])
    store.forgetBlock([...store.blocks.keys()][9] ?? '')
    const healed = await pithos.upload({ obj: 'x', source })
    expect([healed.sent, healed.skipped, reads]).toEqual([blockSize, size - blockSize, 108])
    const { data } = await pithos.download({ obj: 'x', target: 'bytes' })
    expect(data.length).toBe(size)
    expect([9, 20, 35].map((index) => data[index * blockSize])).toEqual([10, 4, 36])
  })

  test('give up when blocks vanish each time they are sent', async () => {
    const { pithos, store } = await start()
    const onProgress = ({ phase }: TransferProgress) => {
      if (phase === 'committing') for (const hash of [...store.blocks.keys()]) store.forgetBlock(hash)
    }
    const error = await caught(pithos.upload({ obj: 'x', source: bytes }, { onProgress }))
    expect(isConflictError(error) && error.message).toMatch(/10 blocks vanish/)
  })

  test('write only over the version they are meant for', async () => {
    const started = await start()
    const { pithos } = started
    const { etag } = await pithos.upload({ obj: 'x', source: bytes, ifNotExist: true })
    const traffic = watchBlocks(started)
    for (const condition of [{ ifNotExist: true }, { ifEtagMatch: 'another' }]) {
      const error = await caught(pithos.upload({ obj: 'x', source: randomBytes(5000, 2), ...condition }))
      expect(isPreconditionFailedError(error) && error.status).toBe(412)
    }
    expect(traffic.posts()).toBe(0) // nothing is sent in vain
    await pithos.upload({ obj: 'x', source: randomBytes(5000, 2), ifEtagMatch: etag })
    expect((await pithos.getObjectInfo({ obj: 'x' })).bytes).toBe(5000)
  })

  test('know their own object when the answer to a conditional one was lost', async () => {
    const { pithos, cloud } = await start()
    await pithos.upload({ obj: 'same blocks', source: bytes })
    cloud.failNext({ match: ({ method }) => method === 'PUT', drop: 'after' })
    const result = await pithos.upload({ obj: 'x', source: bytes, ifNotExist: true }, quickRetry)
    const { version, hash } = await pithos.getObjectInfo({ obj: 'x' })
    expect(result).toMatchObject({ version, hash })
    expect(await pithos.getObjectVersionlist({ obj: 'x' })).toHaveLength(1)
  })

  test('are refused once where a refusal is final, with the error that says why', async () => {
    const { pithos, cloud, clientOf } = await start({}, { quotas: { 'pithos.diskspace': 5000 } })
    const bob = clientOf(cloud.addUser({ email: 'bob@example.org' }).token)
    const puts = () => cloud.requests.filter(({ method }) => method === 'PUT').length
    const full = await caught(pithos.upload({ obj: 'x', source: bytes }, quickRetry))
    expect(isQuotaExceededError(full) && full.quota).toMatchObject({ available: 5000n, requested: 10_240n })
    expect(puts()).toBe(2) // the first one said what was missing
    cloud.clearRequests()
    const missing = await caught(pithos.upload({ obj: 'x', container: 'none', source: bytes }, quickRetry))
    expect(isNotFoundError(missing)).toBe(true)
    const { id } = cloud.user
    const denied = await caught(bob.upload({ obj: 'x', account: id, source: bytes }, quickRetry))
    expect(denied).toMatchObject({ status: 403 })
    expect(puts()).toBe(0)
  })

  test('go into the directory that another account shares, their blocks to an own container', async () => {
    const { pithos, cloud, clientOf } = await start()
    const { id } = cloud.user
    const bob = cloud.addUser({ email: 'bob@example.org' })
    await pithos.createDirectory({ obj: 'inbox' })
    await pithos.setObjectSharing({ obj: 'inbox', writePermission: [bob.id] })
    const theirs = clientOf(bob.token)
    await theirs.createContainer({ container: 'mine' })
    cloud.clearRequests()
    const target = { account: id, obj: 'inbox/letter', blockContainer: 'mine' }
    await theirs.upload({ ...target, source: bytes })
    const posts = cloud.requests.filter(({ method, path }) => method === 'POST' && !path.includes('tokens'))
    expect(new Set(posts.map(({ path }) => path.split('/').slice(-2).join('/')))).toEqual(new Set([`${bob.id}/mine`]))
    expect(Buffer.compare((await pithos.download({ obj: 'inbox/letter', target: 'bytes' })).data, bytes)).toBe(0)
  })

  test('end when the source changes under their hands, or is shorter than it says', async () => {
    const { pithos } = await start()
    let reads = 0
    const read = async (position: number, length: number) => {
      const part = bytes.slice(position, position + length)
      if (reads++ >= 10) part[0] = part[0]! ^ 1
      return part
    }
    const error = await caught(pithos.upload({ obj: 'x', source: { size: bytes.length, read } }, quickRetry))
    expect(isHashMismatchError(error) && error.message).toMatch(/the source changed/)
    const short = { size: 20_000, read: async (at: number, length: number) => bytes.subarray(at, at + length) }
    await expect(pithos.upload({ obj: 'x', source: short })).rejects.toThrow(/ends at 10240 bytes/)
  })

  test('send a block again that arrived damaged, and don’t believe a server that keeps saying so', async () => {
    const { pithos, cloud } = await start()
    const isBlock = ({ method, url }: Request) => method === 'POST' && url.includes('update')
    cloud.failNext({ match: isBlock, status: 202, body: ['00'.repeat(32)] })
    await pithos.upload({ obj: 'x', source: bytes }, quickRetry)
    expect((await pithos.download({ obj: 'x', target: 'bytes' })).isVerified).toBe(true)
    cloud.failNext({ match: isBlock, status: 202, body: ['00'.repeat(32)], times: 99 })
    const error = await caught(pithos.upload({ obj: 'y', source: randomBytes(10, 9) }, quickRetry))
    expect(isHashMismatchError(error) && error.message).toMatch(/a block arrived as 0000/)
    cloud.clearFaults()
  })

  test('close a stream that they don’t read to its end, and pass on what it throws', async () => {
    const { pithos } = await start()
    let reason: unknown
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(randomBytes(1000)),
      cancel: (why) => {
        reason = why ?? 'canceled'
      },
    })
    const error = await caught(
      pithos.upload(
        { obj: 'x', container: 'pithos', source: endless },
        {
          onProgress: ({ hashed }) => {
            if (hashed > 5000) throw new Error('enough')
          },
        },
      ),
    )
    expect(error).toMatchObject({ message: 'enough' })
    await expect.poll(() => reason).toBe('canceled')
    async function* broken() {
      yield bytes.subarray(0, 3000)
      throw new RangeError('no more')
    }
    await expect(pithos.upload({ obj: 'x', source: broken() })).rejects.toThrow(RangeError)
    await expect(pithos.getObjectInfo({ obj: 'x' })).rejects.toSatisfy(isNotFoundError)
  })

  test('refuse what can’t be sent before anything is', async () => {
    const { pithos, cloud } = await start()
    cloud.clearRequests()
    for (const wrong of [{ contentType: 'a\nb' }, { obj: '' }, { obj: 'a/../b' }]) {
      await expect(pithos.upload({ obj: 'x', source: bytes, ...wrong })).rejects.toMatchObject({
        kind: 'configuration',
      })
    }
    await expect(pithos.upload({ obj: 'x', source: bytes }, { concurrency: 0 })).rejects.toThrow(/concurrency/)
    const text: unknown = 'a text'
    await expect(pithos.upload({ obj: 'x', source: text as Blob })).rejects.toThrow(/must be bytes, a Blob/)
    expect(cloud.requests.filter(({ path }) => path.includes('object-store'))).toEqual([])
  })
})
