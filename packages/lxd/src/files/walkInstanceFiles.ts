import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { checkPath } from './checkPath.js'
import type { FilePlace } from './FilePlace.js'
import type { LxdFile } from './LxdFile.js'
import { readInstanceFile } from './readInstanceFile.js'
import { type FoundFile, walkTree } from './walkTree.js'

/**
 * Everything at and below a path of an instance, one request each: a directory before what is in it, names sorted. Links
 * are told and not followed. Read or cancel the stream of every file.
 *
 * @throws {LxdApiError} `isLxdNotFound` when there is nothing at that path.
 * @throws {ProtocolError} for a name that would lead out of its directory.
 * @example
 * for await (const { relativePath, file } of walkInstanceFiles(client, { instanceName: 'c1', path: '/etc' })) {
 *   if (file.type === 'file') await store(relativePath, file.stream)
 * }
 */
export function walkInstanceFiles(
  client: LxdClient,
  place: FilePlace,
  options: LxdCallOptions = {},
): AsyncGenerator<FoundFile<LxdFile>, void> {
  checkPath(place.path, 'instanceFilesGet')
  return walkTree<LxdFile>(place.path, (path) => readInstanceFile(client, { ...place, path }, options))
}
