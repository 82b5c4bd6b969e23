import { instanceFilesDelete } from '../actions/instanceFilesDelete.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { checkPath } from './checkPath.js'
import type { FilePlace } from './FilePlace.js'
import { readInstanceFile } from './readInstanceFile.js'
import { statInstanceFile } from './statInstanceFile.js'
import { walkTree } from './walkTree.js'

/**
 * Deletes a file, link or directory of an instance.
 *
 * @param settings - `recursive` deletes what is in a directory too, one request each; links in it are not followed.
 * @throws {LxdApiError} `isLxdNotFound` when there is nothing; status 500 on LXD 5.0 for a directory that is not empty.
 * @see LXD 5.0 REST API, `instance_files_delete`: `DELETE /1.0/instances/{instanceName}/files`
 */
export async function deleteInstanceFile(
  client: LxdClient,
  place: FilePlace,
  { recursive = false }: { recursive?: boolean | undefined } = {},
  options: LxdCallOptions = {},
): Promise<void> {
  checkPath(place.path, 'instanceFilesDelete')
  if (!recursive) return void (await instanceFilesDelete(client, place, options))
  const paths: string[] = []
  const read = async (path: string): Promise<FileToDelete> => {
    const stat = await statInstanceFile(client, { ...place, path }, options)
    if (stat.type !== 'directory') return stat
    const directory = await readInstanceFile(client, { ...place, path }, options)
    // It may have become a file since.
    if (directory.type === 'file') await directory.stream.cancel()
    return directory
  }
  for await (const { path } of walkTree<FileToDelete>(place.path, read)) paths.push(path)
  // Directories came before what is in them.
  for (const path of paths.reverse()) await instanceFilesDelete(client, { ...place, path }, options)
}

type FileToDelete = { readonly type: string; readonly entries?: readonly string[] }
