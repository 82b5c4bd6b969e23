import type { ObjectWritten } from '../Answer.js'
import type { PithosClient } from '../createPithosClient.js'
import type { ObjectTarget } from '../internal/Target.js'
import { createProgress } from '../transfer/createProgress.js'
import { resolveTransfer } from '../transfer/resolveTransfer.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'
import type { UploadSource } from '../transfer/upload/RandomAccessSource.js'
import { sourceBlocks } from '../transfer/upload/sourceBlocks.js'
import { toRandomAccess } from '../transfer/upload/toRandomAccess.js'
import { getContainerInfo } from './getContainerInfo.js'
import { objectPost } from './objectPost.js'

/** What {@link appendObject} takes. */
export interface AppendObjectParameters extends ObjectTarget {
  /** The bytes to add. */
  sourceFile: UploadSource
}

/**
 * Adds bytes to the end of an object, block after block in order. Each block makes a version.
 *
 * A block whose answer is lost is not sent again: it could be added twice. `getObjectInfo` tells how long the object is.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - What is added to which object.
 * @param options - `signal`, `onProgress`, `timeoutMs`; blocks go one after the other.
 * @returns The new versions, one for each block; none when there is nothing to add.
 * @throws {NotFoundError} when there is no such object.
 * @throws {QuotaExceededError} when there is no room.
 * @see Synnefo 0.21, object-store API 1.0, `POST /{account}/{container}/{object}` with `Content-Range`
 * @example
 * await appendObject(client, { obj: 'log.txt', sourceFile: new TextEncoder().encode('one more line') })
 */
export async function appendObject(
  client: PithosClient,
  parameters: AppendObjectParameters,
  options: TransferOptions = {},
): Promise<ObjectWritten[]> {
  const { sourceFile, ...target } = parameters
  const { signal = new AbortController().signal, onProgress } = options
  const { call } = resolveTransfer(options)
  const { blockSize } = await getContainerInfo(client, target, { ...call, signal })
  const progress = createProgress('sending', toRandomAccess(sourceFile)?.size, onProgress)
  const written: ObjectWritten[] = []
  for await (const block of sourceBlocks(sourceFile, blockSize, signal)) {
    const part = { contentRange: 'bytes */*', contentType: 'application/octet-stream', data: block.slice() }
    written.push(await objectPost(client, { ...target, ...part, contentLength: block.length }, { ...call, signal }))
    progress.add({ transferred: block.length })
  }
  return written
}
