import type { FileHandle } from 'node:fs/promises'
import { upload } from '../actions/upload.js'
import type { PithosClient } from '../createPithosClient.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'
import type { UploadResult } from '../transfer/UploadResult.js'
import type { UploadParameters } from '../transfer/upload/UploadParameters.js'
import { fileSource } from './fileSource.js'

/** What {@link uploadFile} takes. */
export interface UploadFileParameters extends Omit<UploadParameters, 'source'> {
  /** The file: its path, or a handle, which stays open. */
  file: string | URL | FileHandle
}

/**
 * Uploads a file as `upload` does: what the server has is not sent, and what was interrupted goes on when it is started
 * again.
 *
 * @param client - A client from `createPithosClient` or `createPithos`.
 * @param parameters - What goes where.
 * @param options - `signal`, `concurrency`, `onProgress`, `retry`, `timeoutMs`.
 * @throws {FileAccessError} when the file can't be read.
 * @throws {HashMismatchError} when the file changes while it is uploaded.
 * @throws {SynnefoApiError} when the service refuses: `NotFoundError`, `PreconditionFailedError`, `QuotaExceededError`.
 * @example
 * await uploadFile(pithos, { file: 'disk.img', obj: 'images/disk.img' }, { onProgress: console.log })
 */
export async function uploadFile(
  client: PithosClient,
  parameters: UploadFileParameters,
  options: TransferOptions = {},
): Promise<UploadResult> {
  const { file, ...rest } = parameters
  await using source = await fileSource(file)
  return await upload(client, { ...rest, source }, options)
}
