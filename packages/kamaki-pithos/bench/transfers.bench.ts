import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pipeline } from 'node:stream/promises'
import { downloadFile, uploadFile } from '@x/kamaki-pithos/node'
import { type Bench, type BenchRow, compare } from '@x-tooling/bench'
import { request } from 'undici'
import { makeFile } from './support/makeFile.ts'
import { peakMemory } from './support/peakMemory.ts'
import { type BenchCloud, startCloud } from './support/startCloud.ts'

const mebibyte = 1_048_576
const blockSize = 4 * mebibyte
const concurrency = 4 // the default

export const bench: Bench = {
  title: 'Transfers of a file over loopback, the server in another process',
  async run({ quick }) {
    const size = (quick ? 128 : 1024) * mebibyte
    const name = quick ? '128 MiB' : '1 GiB'
    using made = makeFile(size)
    using cloud = await startCloud()
    const { file, directory } = made
    const target = join(directory, 'target')
    const rounds = 3
    const warmUp = 1
    const speed = async (work: () => Promise<unknown>) => {
      const begin = performance.now()
      await work()
      return (size / mebibyte / (performance.now() - begin)) * 1000
    }
    const rows: BenchRow[] = []
    rows.push(
      await compare({
        name: `upload of ${name} of new data`,
        unit: 'MiB/s',
        run: async () => {
          await cloud.forget()
          return speed(() => uploadFile(cloud.pithos, { obj: 'new', file }))
        },
        baseline: {
          name: 'undici PUT of the file',
          run: async () => {
            await cloud.forget()
            return speed(() => put(cloud, file, size))
          },
        },
        goal: { atLeast: 0.8 },
        rounds,
        warmUp,
      }),
    )
    const { sent } = await uploadFile(cloud.pithos, { obj: 'again', file })
    await uploadFile(cloud.pithos, { obj: 'again', file }).then((again) => {
      rows.push({ name: `the same ${name} again`, unit: 'bytes sent', value: again.sent, goal: { atMost: 0 } })
    })
    rows.push(
      await compare({
        name: `upload of the same ${name} again`,
        unit: 'ms',
        run: () => uploadFile(cloud.pithos, { obj: 'again', file }),
        baseline: { name: 'reading and hashing the file', run: () => hashBlocks(file) },
        goal: { atMost: 1.2 },
        rounds,
        warmUp,
        note: `${sent} bytes sent before`,
      }),
    )
    rows.push(
      await compare({
        name: `download of ${name}`,
        unit: 'MiB/s',
        run: async () => {
          await rm(target, { force: true })
          return speed(() => downloadFile(cloud.pithos, { obj: 'again', file: target }))
        },
        baseline: {
          name: 'undici GET into a file, not verified',
          run: async () => {
            await rm(target, { force: true })
            return speed(() => get(cloud, 'again', target))
          },
        },
        goal: { atLeast: 0.8 },
        rounds,
        warmUp,
      }),
    )
    rows.push(...(await measureMemory(cloud, file, target)))
    return rows
  },
}

// Peaks of processes that do nothing else, over one that has loaded the same and waits.
async function measureMemory(cloud: BenchCloud, file: string, target: string): Promise<BenchRow[]> {
  const idle = await peakMemory(cloud, 'idle', file)
  const bound = (concurrency + 1) * 4 + 64
  const row = async (name: string, work: 'upload' | 'download', path: string): Promise<BenchRow> => ({
    name: `peak memory of the ${name}`,
    unit: 'MiB over idle',
    value: (await peakMemory(cloud, work, path)) - idle,
    goal: { atMost: bound },
    note: `idle: ${Math.round(idle)} MiB`,
  })
  await cloud.forget()
  const rows = [await row('upload', 'upload', file)]
  await rm(target, { force: true })
  return [...rows, await row('download', 'download', target)]
}

async function put({ accountUrl, token }: BenchCloud, file: string, size: number): Promise<void> {
  const { statusCode, body } = await request(`${accountUrl}/pithos/bare`, {
    method: 'PUT',
    headers: {
      'x-auth-token': token,
      'content-type': 'application/octet-stream',
      'content-length': String(size),
    },
    body: createReadStream(file, { highWaterMark: mebibyte }),
  })
  await body.dump()
  if (statusCode !== 201) throw new Error(`HTTP ${statusCode}`)
}

async function get({ accountUrl, token }: BenchCloud, obj: string, target: string): Promise<void> {
  const { statusCode, body } = await request(`${accountUrl}/pithos/${obj}`, { headers: { 'x-auth-token': token } })
  if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`)
  await pipeline(body, createWriteStream(target, { highWaterMark: mebibyte }))
}

async function hashBlocks(file: string): Promise<void> {
  await using handle = await open(file)
  const block = new Uint8Array(blockSize)
  for (let position = 0; ; ) {
    const { bytesRead } = await handle.read(block, 0, blockSize, position)
    if (bytesRead === 0) return
    createHash('sha256').update(block.subarray(0, bytesRead)).digest('hex')
    position += bytesRead
  }
}
