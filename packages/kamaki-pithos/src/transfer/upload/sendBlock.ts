import { isApiError, retry } from '@x/core-errors'
import { HashMismatchError } from '../../errors/HashMismatchError.js'
import { readHashes } from '../../internal/readHashes.js'
import { send } from '../../internal/send.js'
import { wireFetch } from '../../internal/wireFetch.js'
import { isTemporary, isUncertain } from '../resolveTransfer.js'
import { findMissing } from './findMissing.js'
import type { UploadJob } from './UploadJob.js'

/**
 * Sends one block until the server has it. When no answer came, it asks whether the block arrived before it sends it
 * again.
 *
 * @param bytes - Must stay as they are until this settles.
 * @throws {HashMismatchError} when the bytes are no longer what was hashed, or arrive damaged again and again.
 */
export async function sendBlock(job: UploadJob, hash: string, bytes: Uint8Array): Promise<void> {
  const { hasher, options, workers, client, progress } = job
  const { signal } = workers
  let isLost = false
  await retry(
    async () => {
      if (isLost && !(await findMissing(job, [hash])).has(hash)) return
      try {
        const { hashes } = await post(job, bytes)
        if (hashes[0] === hash && hashes.length === 1) return
        throw mismatch(hash, hashes[0] ?? 'nothing', await hasher.block(bytes))
      } catch (error) {
        isLost = isUncertain(error)
        throw error
      }
    },
    {
      retry: options.retry,
      shouldRetry: (error) => isTemporary(error) || (error instanceof HashMismatchError && error.retryable),
      retryAfterMs: (error) => (isApiError(error) ? error.retryAfterMs : undefined),
      signal,
      clock: client.session.clock,
    },
  )
  progress.add({ phase: 'sending', transferred: bytes.length })
}

function post({ client, blockTarget, options, workers }: UploadJob, bytes: Uint8Array) {
  const fetch = wireFetch()
  const request = {
    ...options.call,
    signal: workers.signal,
    operation: 'upload',
    method: 'POST',
    level: 'container',
    target: blockTarget,
    query: { update: null, format: 'json' },
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(bytes.length) },
    // A `Request` copies the bytes it is given, but not those of a stream. Browsers stream over HTTP/2 only.
    body: fetch === undefined ? () => bytes as Uint8Array<ArrayBuffer> : () => streamOf(bytes),
    success: [202],
    idempotent: true,
    retry: false,
    defaultFetch: fetch,
  } as const
  return send(client, request, readHashes)
}

const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream(
    {
      pull(controller) {
        controller.enqueue(bytes)
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )

function mismatch(expected: string, served: string, present: string): HashMismatchError {
  const changed = present !== expected
  const message = changed
    ? 'upload: the source changed while it was being uploaded'
    : `upload: a block arrived as ${served}, not as ${expected}`
  return new HashMismatchError(message, {
    operation: 'upload',
    expected,
    actual: changed ? present : served,
    retryable: !changed,
  })
}
