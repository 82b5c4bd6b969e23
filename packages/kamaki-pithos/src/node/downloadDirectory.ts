import { lstat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getContainerInfo } from '../actions/getContainerInfo.js'
import type { PithosClient } from '../createPithosClient.js'
import type { DirectoryOptions, DirectoryParameters } from './DirectoryOptions.js'
import type { DirectoryReport, SkippedEntry } from './DirectoryReport.js'
import { downloadFile } from './downloadFile.js'
import { ensureDirectory } from './ensureDirectory.js'
import { isFileAccessError } from './FileAccessError.js'
import { isSameContent } from './isSameContent.js'
import { isDirectoryType, remoteObjects } from './remoteObjects.js'
import { safePath } from './safePath.js'

/** What {@link downloadDirectory} takes. */
export interface DownloadDirectoryParameters extends DirectoryParameters {}

// Of what stands in the way locally only this object is affected; a full disk, for example, ends everything.
const inTheWay = new Set(['ENOTDIR', 'EISDIR', 'ELOOP', 'EEXIST', 'ENAMETOOLONG'])

/**
 * Downloads all objects with a prefix into a directory. Files that are the same by their hash are left alone; of the
 * others only blocks that differ are fetched. Objects whose names would lead out of the directory, or through a symbolic
 * link, are left out and reported.
 *
 * @param client - A client from `createPithosClient` or `createPithos`.
 * @param parameters - Which objects go where.
 * @param options - `signal`, `concurrency` (blocks of one file), `onProgress` (of each file), `onFile`, `retry`.
 * @throws {FileAccessError} when a file can't be written, for example because the disk is full.
 * @throws {SynnefoApiError} when the service refuses.
 * @example
 * const { skipped } = await downloadDirectory(pithos, { directory: 'photos', prefix: 'photos' })
 */
export async function downloadDirectory(
  client: PithosClient,
  parameters: DownloadDirectoryParameters,
  options: DirectoryOptions = {},
): Promise<DirectoryReport> {
  const { container, account } = parameters
  const { onFile, signal, timeoutMs, headers } = options
  const root = resolve(parameters.directory instanceof URL ? fileURLToPath(parameters.directory) : parameters.directory)
  const info = await getContainerInfo(client, { container, account }, { signal, timeoutMs, headers })
  const remote = await remoteObjects(client, parameters, options)
  const transferred: string[] = []
  const unverified: string[] = []
  const unchanged: string[] = []
  const skipped: SkippedEntry[] = []
  let bytes = 0
  await ensureDirectory(root, root)
  for (const [name, object] of remote) {
    signal?.throwIfAborted()
    const target = safePath(root, name)
    if ('reason' in target) {
      skipped.push({ name: object.name, reason: target.reason })
      continue
    }
    const { path } = target
    try {
      if (isDirectoryType(object.content_type)) {
        await ensureDirectory(root, path)
        continue
      }
      await ensureDirectory(root, dirname(path))
      const stat = await lstat(path).catch(() => undefined)
      if (stat?.isFile() && (await isSameContent(path, stat.size, object, info, signal))) {
        unchanged.push(path)
        continue
      }
      onFile?.(name)
      const source = { container, account, obj: object.name }
      const result = await downloadFile(client, { ...source, file: path, noFollow: true }, options)
      transferred.push(path)
      if (!result.isVerified) unverified.push(path)
      bytes += result.received
    } catch (error) {
      if (!isFileAccessError(error) || !inTheWay.has(error.code ?? '')) throw error
      skipped.push({ name: object.name, reason: error.message })
    }
  }
  return { transferred, unverified, unchanged, deleted: [], skipped, bytes }
}
