import { ConfigurationError } from '@x/core-errors'
import type { ObjectWritten } from '../Answer.js'
import type { PithosClient } from '../createPithosClient.js'
import type { ObjectTarget } from '../internal/Target.js'
import { createProgress } from '../transfer/createProgress.js'
import { resolveTransfer } from '../transfer/resolveTransfer.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'
import type { UploadSource } from '../transfer/upload/RandomAccessSource.js'
import { sourceBlocks } from '../transfer/upload/sourceBlocks.js'
import { getContainerInfo } from './getContainerInfo.js'
import { getObjectInfo } from './getObjectInfo.js'
import { objectPost } from './objectPost.js'

/** What {@link overwriteObject} takes. */
export interface OverwriteObjectParameters extends ObjectTarget {
  /** Position of the first byte that is replaced; at most the size of the object. */
  start: number
  /** Position of the last byte that is replaced, itself included; at most the size of the object. */
  end: number
  /** The new bytes; as many as are replaced are taken of them. */
  sourceFile: UploadSource
  /** Id of the version whose size counts. */
  sourceVersion?: string | number | undefined
}

/**
 * Replaces a part of an object, block after block in order. Each block makes a version.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - Which part of which object, and its new bytes.
 * @param options - `signal`, `onProgress`, `timeoutMs`; blocks go one after the other.
 * @returns The new versions, one for each block.
 * @throws {ConfigurationError} when the part lies beyond the object, or the source has fewer bytes.
 * @throws {NotFoundError} when there is no such object.
 * @see Synnefo 0.21, object-store API 1.0, `POST /{account}/{container}/{object}` with `Content-Range`
 * @example
 * await overwriteObject(client, { obj: 'disk.img', start: 0, end: 511, sourceFile: bootSector })
 */
export async function overwriteObject(
  client: PithosClient,
  parameters: OverwriteObjectParameters,
  options: TransferOptions = {},
): Promise<ObjectWritten[]> {
  const { sourceFile, start, end, sourceVersion, ...target } = parameters
  const { signal = new AbortController().signal, onProgress } = options
  const { call } = resolveTransfer(options)
  if (!(Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end >= start)) {
    throw new ConfigurationError(`The bytes ${start} to ${end} are no part of an object`, { path: 'start' })
  }
  const info = await getObjectInfo(client, { ...target, version: sourceVersion }, { ...call, signal })
  if (info.bytes !== undefined && (start > info.bytes || end > info.bytes)) {
    throw new ConfigurationError(`The bytes ${start} to ${end} lie beyond the object, which has ${info.bytes}`, {
      path: start > info.bytes ? 'start' : 'end',
    })
  }
  const { blockSize } = await getContainerInfo(client, target, { ...call, signal })
  const progress = createProgress('sending', end - start + 1, onProgress)
  const written: ObjectWritten[] = []
  let position = start
  for await (const block of sourceBlocks(sourceFile, blockSize, signal)) {
    const data = block.slice(0, end - position + 1)
    const contentRange = `bytes ${position}-${position + data.length - 1}/*`
    const part = { contentRange, contentType: 'application/octet-stream', contentLength: data.length, data }
    written.push(await objectPost(client, { ...target, ...part, sourceVersion }, { ...call, signal }))
    progress.add({ transferred: data.length })
    position += data.length
    if (position > end) return written
  }
  throw new ConfigurationError(`The source has ${position - start} bytes; ${end - start + 1} are to be replaced`, {
    path: 'sourceFile',
  })
}
