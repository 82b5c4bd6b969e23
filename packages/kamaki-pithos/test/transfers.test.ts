import { afterEach, expect, test, vi } from 'vitest'
import type { CreateFakePithosParameters } from '../src/testing/createFakePithos.js'
import type { TransferProgress } from '../src/transfer/TransferProgress.js'
import { randomBytes } from './support/randomBytes.js'
import { startCloud, type TestCloud } from './support/startCloud.js'

// Some hundred requests each, on a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 })

const clouds: TestCloud[] = []
const start = async (setup?: CreateFakePithosParameters) => {
  const started = await startCloud(setup)
  clouds.push(started)
  return started
}
afterEach(async () => {
  await Promise.all(clouds.splice(0).map((cloud) => cloud[Symbol.asyncDispose]()))
})

const sent = ({ cloud }: TestCloud) =>
  cloud.requests.map(({ method, path }) => `${method} ${path.split('/').slice(5).join('/')}`)

test('an upload sends each missing block once, and the same again sends none', async () => {
  const started = await start()
  const { pithos, cloud, store } = started
  const source = new Uint8Array([...randomBytes(2500), ...randomBytes(2500).subarray(0, 2048)])
  const events: TransferProgress[] = []
  const result = await pithos.upload(
    { obj: 'a/b', source, contentType: 'text/plain' },
    { onProgress: (event) => events.push(event) },
  )
  expect(result).toMatchObject({ status: 201, bytes: 4548 })
  expect(result.sent + result.skipped).toBe(4548)
  expect(events.at(-1)).toEqual({
    phase: 'done',
    total: 4548,
    hashed: 4548,
    transferred: result.sent,
    skipped: result.skipped,
  })
  expect(sent(started).filter((line) => line.startsWith('POST'))).toHaveLength(store.blocks.size)
  cloud.clearRequests()
  const again = await pithos.upload({ obj: 'c', source })
  expect(again).toMatchObject({ hash: result.hash, sent: 0, skipped: 4548 })
  expect(sent(started)).toEqual(['HEAD pithos', 'PUT pithos/c'])
  const { data, isVerified, info } = await pithos.download({ obj: 'a/b', target: 'bytes' })
  expect(Buffer.compare(data, source)).toBe(0)
  expect([isVerified, info.contentType]).toEqual([true, 'text/plain'])
})

test.each([
  ['bytes', (bytes: Uint8Array<ArrayBuffer>) => bytes],
  ['an ArrayBuffer', (bytes: Uint8Array<ArrayBuffer>) => bytes.buffer],
  ['a Blob', (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes], { type: 'image/png' })],
  ['a stream', (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream()],
  [
    'an async iterable',
    async function* (bytes: Uint8Array<ArrayBuffer>) {
      for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700)
    },
  ],
])('uploads %s, empty, short and long, and downloads it in every way', async (_, make) => {
  const { pithos } = await start()
  for (const length of [0, 1, 1023, 1024, 1025, 10_000]) {
    const bytes = randomBytes(length, length + 1)
    const { hash } = await pithos.upload({ obj: 'x', source: make(bytes) }, { concurrency: 2 })
    expect((await pithos.getObjectInfo({ obj: 'x' })).hash).toBe(hash)
    const { data } = await pithos.download({ obj: 'x', target: 'bytes' }, { concurrency: 3 })
    expect(Buffer.compare(data, bytes)).toBe(0)
    const { data: blob } = await pithos.download({ obj: 'x', target: 'blob' })
    expect(Buffer.compare(new Uint8Array(await blob.arrayBuffer()), bytes)).toBe(0)
    const chunks: Uint8Array[] = []
    const target = new WritableStream<Uint8Array>({ write: (chunk) => void chunks.push(chunk) })
    await pithos.download({ obj: 'x', target }, { concurrency: 2 })
    expect(Buffer.compare(Buffer.concat(chunks), bytes)).toBe(0)
  }
})
