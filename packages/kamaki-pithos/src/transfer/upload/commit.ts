import { isApiError, retry } from '@x/core-errors'
import type { ObjectWritten } from '../../Answer.js'
import { getObjectInfo } from '../../actions/getObjectInfo.js'
import { ConflictError } from '../../errors/ConflictError.js'
import { HashMismatchError } from '../../errors/HashMismatchError.js'
import { isPreconditionFailedError } from '../../errors/PreconditionFailedError.js'
import { topHash } from '../../hashing/topHash.js'
import { isTemporary } from '../resolveTransfer.js'
import { type HashmapReply, putHashmap } from './putHashmap.js'
import type { UploadJob } from './UploadJob.js'

// Rounds in which the server names exactly the same blocks as missing again, although they were sent.
const fruitlessRounds = 3

/** The size of an object and the hashes of its blocks. */
export interface Content {
  readonly bytes: number
  readonly hashes: readonly string[]
}

/**
 * Makes the object out of its blocks: sends the hashmap, then whatever blocks are missing, until none is. Blocks can
 * vanish between two of these steps, when the server collects garbage.
 *
 * @param sendMissing - Sends the blocks with these hashes.
 * @throws {HashMismatchError} when the server made something else of it.
 */
export async function commit(
  job: UploadJob,
  content: Content,
  sendMissing: (hashes: readonly string[]) => Promise<void>,
): Promise<{ written: ObjectWritten; hash: string }> {
  const hash = await topHash(content.hashes, job.hasher)
  let before = ''
  for (let fruitless = 0; ; ) {
    job.progress.add({ phase: 'committing' })
    const reply = await putRepeatedly(job, content, hash)
    if ('written' in reply) return { written: await verified(job, reply.written, hash), hash }
    const missing = [...reply.missing].sort().join()
    fruitless = missing === before ? fruitless + 1 : 0
    if (fruitless >= fruitlessRounds) throw vanished(reply.missing.length)
    before = missing
    await sendMissing(reply.missing)
  }
}

const vanished = (count: number): ConflictError =>
  new ConflictError({
    operation: 'upload',
    status: 409,
    faults: [],
    rawBody: `${count} blocks vanish from the server each time they are sent`,
    method: 'PUT',
    url: '',
    secrets: [],
  })

async function putRepeatedly(job: UploadJob, content: Content, hash: string): Promise<HashmapReply> {
  const { options, workers, client, headers, isConditional, target } = job
  const { signal } = workers
  let mayBeDone = false
  return retry(
    async () => {
      try {
        return await putHashmap(job, content, headers, signal)
      } catch (error) {
        // The condition may fail because of the object that an attempt made whose answer was lost.
        if (isConditional && mayBeDone && isPreconditionFailedError(error)) {
          const info = await getObjectInfo(client, target, { ...options.call, signal })
          if (info.hash === hash && info.bytes === content.bytes) {
            return { written: { status: 200, headers: info.headers, version: info.version, etag: info.etag } }
          }
        }
        mayBeDone ||= isTemporary(error)
        throw error
      }
    },
    {
      retry: options.retry,
      shouldRetry: isTemporary,
      retryAfterMs: (error) => (isApiError(error) ? error.retryAfterMs : undefined),
      signal,
      clock: client.session.clock,
    },
  )
}

// Where the service computes MD5 sums the ETag is one; the hash is then asked for.
async function verified(job: UploadJob, written: ObjectWritten, hash: string): Promise<ObjectWritten> {
  const { client, target, hasher, options, workers } = job
  const isHash = written.etag?.length === hasher.hexLength
  const actual = isHash
    ? written.etag
    : (await getObjectInfo(client, target, { ...options.call, signal: workers.signal })).hash
  if (actual === undefined || actual.toLowerCase() === hash) return written
  throw new HashMismatchError(`upload: the object has the hash ${actual} on the server, not ${hash}`, {
    operation: 'upload',
    expected: hash,
    actual,
  })
}
