import type { FileHandle } from 'node:fs/promises'
import { download } from '../actions/download.js'
import type { PithosClient } from '../createPithosClient.js'
import type { DownloadResult } from '../transfer/DownloadResult.js'
import type { DownloadSource } from '../transfer/download/DownloadParameters.js'
import type { TransferOptions } from '../transfer/TransferOptions.js'
import { type FileTarget, type FileTargetOptions, fileTarget } from './fileTarget.js'

/** What {@link downloadFile} takes. */
export interface DownloadFileParameters extends DownloadSource, FileTargetOptions {
  /** The file: its path, or a handle that is open for reading and writing, which stays open. */
  file: string | URL | FileHandle
}

/**
 * Downloads an object into a file as `download` does. Blocks that the file has already are not fetched: what was
 * interrupted goes on when it is started again, and a file that is up to date costs one request.
 *
 * @param client - A client from `createPithosClient` or `createPithos`.
 * @param parameters - Which object goes where.
 * @param options - `signal`, `concurrency`, `onProgress`, `retry`, `timeoutMs`.
 * @throws {FileAccessError} when the file can't be written, for example because the disk is full. What is there stays.
 * @throws {NotFoundError} when there is no such object; no file is made then.
 * @throws {ConfigurationError} when `mustVerify` is set, and what is wanted has no hash.
 * @throws {HashMismatchError} when bytes are not what their hash says.
 * @example
 * await downloadFile(pithos, { obj: 'images/disk.img', file: 'disk.img' }, { onProgress: console.log })
 */
export async function downloadFile(
  client: PithosClient,
  parameters: DownloadFileParameters,
  options: TransferOptions = {},
): Promise<DownloadResult<FileTarget>> {
  const { file, resume, noFollow, ...source } = parameters
  await using target = fileTarget(file, { resume, noFollow })
  return await download(client, { ...source, target }, options)
}
