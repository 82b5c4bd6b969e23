import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { leakedHandles, openHandles } from '@x-tooling/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TransferOptions } from '../src/index.js'
import { downloadDirectory, downloadFile, uploadDirectory, uploadFile } from '../src/node/index.js'
import { quickRetry } from './support/quickRetry.js'
import { randomBytes } from './support/randomBytes.js'
import { startCloud, type TestCloud } from './support/startCloud.js'
import { useClouds } from './support/useClouds.js'
import { useDirectory } from './support/useDirectory.js'

const start = useClouds()
const makeDirectory = useDirectory()
const blockSize = 4096
const bytes = randomBytes(12 * blockSize + 100)

/** What is done to a cloud with a directory that holds the file `source`; answers the bytes that came of it. */
type Work = (cloud: TestCloud, directory: string, options: TransferOptions) => Promise<Uint8Array>

const readBack = async ({ pithos }: TestCloud, obj: string, options: TransferOptions) =>
  (await pithos.download({ obj, target: 'bytes' }, options)).data
const works: Record<string, Work> = {
  'upload of a file': async (cloud, directory, options) => {
    await uploadFile(cloud.pithos, { obj: 'new', file: join(directory, 'source') }, options)
    return readBack(cloud, 'new', options)
  },
  'upload of a stream': async (cloud, _, options) => {
    await cloud.pithos.upload({ obj: 'new', source: new Blob([bytes]).stream() }, options)
    return readBack(cloud, 'new', options)
  },
  'upload of a directory': async (cloud, directory, options) => {
    await uploadDirectory(cloud.pithos, { directory, prefix: 'all' }, options)
    return readBack(cloud, 'all/source', options)
  },
  'download into a file': async (cloud, directory, options) => {
    const file = join(directory, 'target')
    await downloadFile(cloud.pithos, { obj: 'there', file }, options)
    return readFile(file)
  },
  'download into a stream': async ({ pithos }, _, options) => {
    const chunks: Uint8Array[] = []
    const target = new WritableStream<Uint8Array>({ write: (chunk) => void chunks.push(chunk) })
    await pithos.download({ obj: 'there', target }, options)
    return Buffer.concat(chunks)
  },
  'download into memory': async ({ pithos }, _, options) =>
    (await pithos.download({ obj: 'there', target: 'bytes' }, options)).data,
  'download of a directory': async (cloud, directory, options) => {
    await downloadDirectory(cloud.pithos, { directory: join(directory, 'below') }, options)
    return readFile(join(directory, 'below', 'there'))
  },
}

// An upload finds some of its blocks there already and others not.
async function prepare(cloud: TestCloud, directory: string, isUpload: boolean): Promise<void> {
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, 'source'), bytes)
  await cloud.pithos.upload({ obj: 'there', source: bytes })
  if (isUpload) for (const hash of [...cloud.store.blocks.keys()].slice(0, 6)) cloud.store.forgetBlock(hash)
  cloud.cloud.clearRequests()
}

test.each(Object.entries(works))(
  'an abort at any request of an %s leaves nothing open, and it can be resumed',
  async (name, work) => {
    const root = await makeDirectory()
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.nat(24), fc.boolean(), async (request, isBefore) => {
        const before = openHandles()
        const directory = join(root, String(run++))
        const reason = new Error('stop')
        const controller = new AbortController()
        {
          await using cloud = await startCloud({ blockSize })
          await prepare(cloud, directory, name.includes('upload'))
          let count = 0
          // Either the server sees the request and the answer comes too late, or it never answers.
          cloud.cloud.failNext({
            match: () => {
              const isIt = count++ === request
              if (isIt) controller.abort(reason)
              return isIt && isBefore
            },
            hang: true,
          })
          const outcome = await work(cloud, directory, {
            ...quickRetry,
            signal: controller.signal,
            concurrency: 3,
          }).catch((error: unknown) => error)
          cloud.cloud.clearFaults()
          if (controller.signal.aborted && !(outcome instanceof Uint8Array)) expect(outcome).toBe(reason)
          else expect(Buffer.compare(outcome as Uint8Array, bytes)).toBe(0)
          const entries = await readdir(directory)
          expect(entries.filter((entry) => !['source', 'target', 'below'].includes(entry))).toEqual([])
          expect(Buffer.compare(await work(cloud, directory, quickRetry), bytes)).toBe(0)
        }
        expect(await leakedHandles(before)).toEqual([])
      }),
      { numRuns: 12 },
    )
  },
  120_000,
)

test('an abort ends what hangs: a source, a target, a server', async () => {
  const cloud = await start({ blockSize })
  const { pithos } = cloud
  await pithos.upload({ obj: 'there', source: bytes })
  const never = new Promise<never>(() => {})
  const reason = new Error('stop')
  const hung: ((options: TransferOptions) => Promise<unknown>)[] = [
    (options) => pithos.upload({ obj: 'x', source: { size: 100, read: () => never } }, options),
    (options) => pithos.upload({ obj: 'x', source: new ReadableStream({ pull: () => never }) }, options),
    (options) => pithos.download({ obj: 'there', target: new WritableStream({ write: () => never }) }, options),
    (options) => pithos.download({ obj: 'there', target: new WritableStream({ close: () => never }) }, options),
    (options) => pithos.download({ obj: 'there', target: { write: () => never, truncate: () => never } }, options),
    (options) => pithos.download({ obj: 'there', target: { write: async () => {}, truncate: () => never } }, options),
    (options) =>
      pithos.download(
        { obj: 'there', target: { write: async () => {}, truncate: async () => {}, size: () => never } },
        options,
      ),
  ]
  for (const work of hung) {
    const controller = new AbortController()
    let steps = 0
    const running = work({ signal: controller.signal, onProgress: () => void steps++ })
    cloud.cloud.clearRequests()
    const settled = expect(running).rejects.toBe(reason)
    // The hashmap or the container was asked for: what comes then hangs, now or a moment later.
    await expect.poll(() => cloud.cloud.requests.length, { timeout: 10_000 }).toBeGreaterThan(0)
    await new Promise((resolve) => setImmediate(resolve))
    controller.abort(reason)
    await settled
  }
}, 30_000)

test('a signal that is aborted already sends nothing', async () => {
  const { pithos, cloud } = await start({ blockSize })
  const reason = new Error('stop')
  const signal = AbortSignal.abort(reason)
  await expect(pithos.upload({ obj: 'x', source: bytes }, { signal })).rejects.toBe(reason)
  await expect(pithos.download({ obj: 'x', target: 'bytes' }, { signal })).rejects.toBe(reason)
  expect(cloud.requests).toEqual([])
})

test('a handle of the caller stays open, whatever happens', async () => {
  const { pithos, cloud } = await start({ blockSize })
  const file = join(await makeDirectory(), 'file')
  await using handle = await open(file, 'w+')
  await handle.writeFile(bytes)
  await uploadFile(pithos, { file: handle, obj: 'x' })
  cloud.failNext({ match: ({ headers }) => headers.has('range'), status: 403 })
  await handle.truncate(100)
  await expect(downloadFile(pithos, { file: handle, obj: 'x' })).rejects.toMatchObject({ status: 403 })
  await downloadFile(pithos, { file: handle, obj: 'x' })
  expect(Buffer.compare(await readFile(file), bytes)).toBe(0)
  expect((await handle.stat()).size).toBe(bytes.length)
})
