import { commit } from './commit.js'
import { createWindow } from './createWindow.js'
import type { RandomAccessSource } from './RandomAccessSource.js'
import { readBlocks, readExactly } from './readBlocks.js'
import type { UploadJob } from './UploadJob.js'

// From this size on blocks are sent while others are still being hashed. Smaller sources are hashed first: the whole
// hashmap then says in one request what is missing.
const leastOffered = 134_217_728

/** Uploads what can be read again: a block that the server lacks in the end is read once more. */
export async function uploadRandomAccess(job: UploadJob, source: RandomAccessSource) {
  const { info, hasher, progress, workers } = job
  const window = createWindow(job)
  const isOffered = source.size >= leastOffered
  const positions = new Map<string, number>()
  const hashes: string[] = []
  for await (const { slot, position, bytes } of readBlocks(source, info.blockSize, window, workers.signal)) {
    const hash = await hasher.block(bytes)
    hashes.push(hash)
    const isRepeated = positions.has(hash)
    if (!isRepeated) positions.set(hash, position)
    progress.add({ phase: 'hashing', hashed: bytes.length, skipped: isRepeated ? bytes.length : 0 })
    if (isRepeated || !isOffered) window.release(slot)
    else window.offer({ hash, bytes, slot })
  }
  await window.settle()

  const lengthAt = (position: number) => Math.min(info.blockSize, source.size - position)
  let isCounted = isOffered
  // What was not offered: the hashmap says what the server has.
  const countPresent = (missing: readonly string[]) => {
    if (isCounted) return
    isCounted = true
    const absent = new Set(missing)
    const present = [...positions].filter(([hash]) => !absent.has(hash))
    progress.add({ skipped: present.reduce((sum, [, position]) => sum + lengthAt(position), 0) })
  }
  const result = await commit(job, { bytes: source.size, hashes }, async (missing) => {
    countPresent(missing)
    for (const hash of missing) {
      const position = positions.get(hash)
      if (position === undefined) continue
      const slot = await window.acquire()
      const bytes = await readExactly(source, position, lengthAt(position), slot.buffer, workers.signal)
      window.send({ hash, bytes, slot })
    }
    await window.settle()
  })
  countPresent([])
  return { ...result, bytes: source.size }
}
