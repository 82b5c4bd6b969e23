import type { ObjectWritten } from '../../Answer.js'
import { ConflictError } from '../../errors/ConflictError.js'
import { readWritten } from '../../internal/readAnswer.js'
import { parseHashes } from '../../internal/readHashes.js'
import { send } from '../../internal/send.js'
import type { UploadJob } from './UploadJob.js'

/** What the server says to a hashmap: the object is there, or blocks are missing, each named once. */
export type HashmapReply = { written: ObjectWritten } | { missing: readonly string[] }

/** Sends a hashmap once. @throws {SynnefoApiError} */
export function putHashmap(
  job: UploadJob,
  hashmap: { bytes: number; hashes: readonly string[] },
  headers: UploadJob['headers'],
  signal: AbortSignal,
): Promise<HashmapReply> {
  const { client, target, options } = job
  const request = {
    ...options.call,
    signal,
    operation: 'upload',
    method: 'PUT',
    level: 'object',
    target,
    query: { format: 'json', hashmap: null },
    headers,
    body: JSON.stringify(hashmap),
    success: [201, 409],
    idempotent: true,
    retry: false,
  } as const
  return send(client, request, async (answer) => {
    if (answer.status === 201) return { written: await readWritten(answer) }
    const text = await answer.text()
    if (text.trimStart().startsWith('[')) return { missing: parseHashes(text, 'upload', answer.status) }
    throw new ConflictError({ ...answer.context, status: answer.status, faults: [], rawBody: text, retryable: false })
  })
}
