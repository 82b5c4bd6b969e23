import { ConfigurationError } from '@x/core-errors'
import { blockCount } from '../../hashing/blockCount.js'
import type { Buffers } from '../createWorkers.js'
import { raceAbort } from '../raceAbort.js'
import { commit } from './commit.js'
import { findMissing } from './findMissing.js'
import type { RandomAccessSource } from './RandomAccessSource.js'
import { sendBlock } from './sendBlock.js'
import type { UploadJob } from './UploadJob.js'

// From this size on blocks are sent while others are still being hashed. Smaller sources are hashed first: the whole
// hashmap then says in one request what is missing.
const probedBytes = 67_108_864

/** Uploads what can be read again: nothing but hashes is kept, a block that is missing is read once more. */
export async function uploadRandomAccess(job: UploadJob, source: RandomAccessSource) {
  const { info, hasher, progress, workers } = job
  const { blockSize } = info
  const { signal } = workers
  const positions = new Map<string, number>()
  const sent = new Set<string>()
  const hashes: string[] = []
  const lengthAt = (position: number) => Math.min(blockSize, source.size - position)

  const sendAt = (hash: string) => {
    const position = positions.get(hash)
    if (position === undefined || sent.has(hash)) return
    sent.add(hash)
    workers.add(async (buffer) => {
      const bytes = await readExactly(source, position, lengthAt(position), buffer, signal)
      await sendBlock(job, hash, bytes)
    })
  }
  const probe = (batch: readonly string[]) => {
    workers.add(async () => {
      const missing = await findMissing(job, batch)
      for (const hash of batch) {
        if (missing.has(hash)) sendAt(hash)
        else progress.add({ skipped: lengthAt(positions.get(hash) ?? 0) })
      }
    })
  }

  // One block is hashed while the next one is being read.
  const buffers = [lazyBuffer(blockSize), lazyBuffer(blockSize)] as const
  const readBlock = (index: number) => {
    const position = index * blockSize
    const reading = readExactly(source, position, lengthAt(position), buffers[index % 2 === 0 ? 0 : 1], signal)
    reading.catch(() => {}) // thrown where it is awaited
    return reading
  }
  const batchSize = source.size >= 2 * probedBytes ? Math.max(1, Math.floor(probedBytes / blockSize)) : Infinity
  let batch: string[] = []
  const count = blockCount(source.size, blockSize)
  let reading = count > 0 ? readBlock(0) : undefined
  for (let index = 0; reading !== undefined; index++) {
    signal.throwIfAborted()
    const position = index * blockSize
    const bytes = await reading
    reading = index + 1 < count ? readBlock(index + 1) : undefined
    const hash = await hasher.block(bytes)
    hashes.push(hash)
    const isRepeated = positions.has(hash)
    if (!isRepeated) positions.set(hash, position)
    progress.add({ phase: 'hashing', hashed: bytes.length, skipped: isRepeated ? bytes.length : 0 })
    if (!isRepeated) batch.push(hash)
    if (batch.length >= batchSize) {
      probe(batch)
      batch = []
    }
  }
  await workers.idle()
  let isCounted = batchSize !== Infinity && batch.length === 0
  const result = await commit(job, { bytes: source.size, hashes }, async (missing) => {
    if (!isCounted) countPresent(missing)
    sent.clear()
    for (const hash of missing) sendAt(hash)
    await workers.idle()
  })
  if (!isCounted) countPresent([])
  return { ...result, bytes: source.size }

  // What the last batch was told by the hashmap itself.
  function countPresent(missing: readonly string[]) {
    isCounted = true
    const absent = new Set(missing)
    const present = batch.filter((hash) => !absent.has(hash))
    progress.add({ skipped: present.reduce((sum, hash) => sum + lengthAt(positions.get(hash) ?? 0), 0) })
  }
}

function lazyBuffer(size: number): Buffers {
  let buffer: Uint8Array<ArrayBuffer> | undefined
  return () => {
    buffer ??= new Uint8Array(size)
    return buffer
  }
}

async function readExactly(
  source: RandomAccessSource,
  position: number,
  length: number,
  buffer: Buffers,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const bytes = await raceAbort(source.read(position, length, buffer), signal)
  if (bytes.length === length) return bytes
  throw new ConfigurationError(
    `The source ends at ${position + bytes.length} bytes, although it says that it has ${source.size}`,
    { path: 'source' },
  )
}
