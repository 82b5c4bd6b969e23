import { ConflictError } from '../../errors/ConflictError.js'
import { raceAbort } from '../raceAbort.js'
import { blocksOf } from './blocksOf.js'
import { commit } from './commit.js'
import { findMissing } from './findMissing.js'
import { sendBlock } from './sendBlock.js'
import type { UploadJob } from './UploadJob.js'

interface Held {
  readonly hash: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * Uploads what can be read once only. As many blocks as may be under way are held, and one more that is being filled;
 * each is let go when the server has it.
 */
export async function uploadStream(job: UploadJob, stream: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>) {
  const { info, hasher, progress, workers, options } = job
  const { signal } = workers
  const free: Uint8Array<ArrayBuffer>[] = []
  let made = 0
  let wake = () => {}
  const release = ({ bytes }: Held) => {
    free.push(new Uint8Array(bytes.buffer))
    wake()
  }
  const nextBuffer = async (): Promise<Uint8Array<ArrayBuffer>> => {
    for (;;) {
      const buffer = free.pop()
      if (buffer !== undefined) return buffer
      if (made <= options.concurrency) {
        made++
        return new Uint8Array(info.blockSize)
      }
      await raceAbort(new Promise<void>((resolve) => (wake = resolve)), signal)
    }
  }

  // Blocks that came in while the server was being asked about others are asked about together.
  let batch: Held[] = []
  let isAsking = false
  const ask = () => {
    if (isAsking || batch.length === 0) return
    isAsking = true
    const asked = batch
    batch = []
    workers.add(async () => {
      const missing = await findMissing(
        job,
        asked.map(({ hash }) => hash),
      )
      isAsking = false
      for (const block of asked) {
        if (missing.has(block.hash))
          workers.add(() => sendBlock(job, block.hash, block.bytes).then(() => release(block)))
        else {
          progress.add({ skipped: block.bytes.length })
          release(block)
        }
      }
      ask()
    })
  }

  const seen = new Set<string>()
  const hashes: string[] = []
  let size = 0
  for await (const bytes of blocksOf(stream, nextBuffer, signal)) {
    const hash = await hasher.block(bytes)
    hashes.push(hash)
    size += bytes.length
    const isRepeated = seen.has(hash)
    progress.add({ phase: 'hashing', hashed: bytes.length, skipped: isRepeated ? bytes.length : 0 })
    if (isRepeated) release({ hash, bytes })
    else {
      seen.add(hash)
      batch.push({ hash, bytes })
      ask()
    }
  }
  await workers.idle()
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
