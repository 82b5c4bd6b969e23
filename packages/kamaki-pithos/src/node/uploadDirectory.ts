import { fileURLToPath } from 'node:url'
import { createDirectory } from '../actions/createDirectory.js'
import { getContainerInfo } from '../actions/getContainerInfo.js'
import type { PithosClient } from '../createPithosClient.js'
import type { DirectoryOptions, DirectoryParameters } from './DirectoryOptions.js'
import type { DirectoryReport, SkippedEntry } from './DirectoryReport.js'
import { isSameContent } from './isSameContent.js'
import { localFiles } from './localFiles.js'
import { isDirectoryType, prefixOf, remoteObjects } from './remoteObjects.js'
import { uploadFile } from './uploadFile.js'

/** What {@link uploadDirectory} takes. */
export interface UploadDirectoryParameters extends DirectoryParameters {}

/**
 * Uploads a directory with all below it. Files that are the same on the server by their hash are left alone, so that no
 * version is made; of the others only what the server lacks is sent. Directories become objects of their own, so that
 * empty ones stay. Symbolic links and special files are left out.
 *
 * @param client - A client from `createPithosClient` or `createPithos`.
 * @param parameters - Which directory goes where.
 * @param options - `signal`, `concurrency` (blocks of one file), `onProgress` (of each file), `onFile`, `retry`.
 * @throws {FileAccessError} when a file can't be read.
 * @throws {SynnefoApiError} when the service refuses.
 * @example
 * const { transferred } = await uploadDirectory(pithos, { directory: 'photos', prefix: 'photos' })
 */
export async function uploadDirectory(
  client: PithosClient,
  parameters: UploadDirectoryParameters,
  options: DirectoryOptions = {},
): Promise<DirectoryReport> {
  const { container, account, include = () => true } = parameters
  const { onFile, signal, timeoutMs, headers } = options
  const call = { signal, timeoutMs, headers }
  const root = parameters.directory instanceof URL ? fileURLToPath(parameters.directory) : parameters.directory
  const info = await getContainerInfo(client, { container, account }, call)
  const remote = await remoteObjects(client, parameters, options)
  const prefix = prefixOf(parameters)
  const transferred: string[] = []
  const unchanged: string[] = []
  const skipped: SkippedEntry[] = []
  let bytes = 0
  for await (const { name, path, kind, size } of localFiles(root)) {
    signal?.throwIfAborted()
    if (!include(name)) continue
    const obj = prefix + name
    const known = remote.get(name)
    if (kind === 'other') skipped.push({ name: path, reason: 'it is neither a file nor a directory' })
    else if (kind === 'directory') {
      if (isDirectoryType(known?.content_type)) continue
      await createDirectory(client, { container, account, obj }, call)
    } else if (
      known !== undefined &&
      !isDirectoryType(known.content_type) &&
      (await isSameContent(path, size, known, info, signal))
    ) {
      unchanged.push(obj)
    } else {
      onFile?.(name)
      const keepProperties = known !== undefined && !isDirectoryType(known.content_type)
      const target = { container, account, obj }
      const result = await uploadFile(client, { ...target, file: path, blockInfo: info, keepProperties }, options)
      transferred.push(obj)
      bytes += result.sent
    }
  }
  return { transferred, unverified: [], unchanged, deleted: [], skipped, bytes }
}
