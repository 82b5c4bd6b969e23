import { ConflictError } from '../../errors/ConflictError.js'
import { blocksOf } from './blocksOf.js'
import { commit } from './commit.js'
import { createWindow } from './createWindow.js'
import type { UploadJob } from './UploadJob.js'

/** Uploads what can be read once only: each block is held until the server has it. */
export async function uploadStream(job: UploadJob, stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>) {
  const { hasher, progress, workers } = job
  const window = createWindow(job)
  const seen = new Set<string>()
  const hashes: string[] = []
  let size = 0
  for await (const { slot, bytes } of blocksOf(stream, window.acquire, workers.signal)) {
    const hash = await hasher.block(bytes)
    hashes.push(hash)
    size += bytes.length
    const isRepeated = seen.has(hash)
    progress.add({ phase: 'hashing', hashed: bytes.length, skipped: isRepeated ? bytes.length : 0 })
    seen.add(hash)
    if (isRepeated) window.release(slot)
    else window.offer({ hash, bytes, slot })
  }
  await window.settle()
  progress.add({ total: size })
  const result = await commit(job, { bytes: size, hashes }, async (missing) => {
    throw new ConflictError({
      operation: 'upload',
      status: 409,
      faults: [],
      rawBody: `${missing.length} blocks vanished from the server after they were sent, and a stream can't be read again: start anew`,
      method: 'PUT',
      url: '',
      secrets: [],
    })
  })
  return { ...result, bytes: size }
}
