import { retry } from '@x/core-errors'
import { isTemporary } from '../resolveTransfer.js'
import { putHashmap } from './putHashmap.js'
import type { UploadJob } from './UploadJob.js'

/**
 * Asks which of some blocks the server lacks, without making an object: one more hash is asked about that nobody can
 * have, so that the server can only answer what is missing. It looks for blocks before it looks at anything else.
 *
 * @see Synnefo 0.21, `PUT` of a hashmap: 409 with the missing hashes
 */
export async function findMissing(job: UploadJob, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const { hasher, info, options, workers, client } = job
  const { signal } = workers
  const random = crypto.getRandomValues(new Uint8Array(32))
  const nobodys = await hasher.digest(random)
  const asked = [...hashes, nobodys]
  const headers = { 'content-type': 'application/octet-stream' }
  const reply = await retry(
    () => putHashmap(job, { bytes: asked.length * info.blockSize, hashes: asked }, headers, signal),
    { retry: options.retry, shouldRetry: isTemporary, signal, clock: client.session.clock },
  )
  // A server that took the hashmap after all has every block.
  return new Set('missing' in reply ? reply.missing : [])
}
