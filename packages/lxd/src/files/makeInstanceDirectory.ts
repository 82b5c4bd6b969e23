import { instanceFilesPost } from '../actions/instanceFilesPost.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { checkPath } from './checkPath.js'
import type { FilePlace } from './FilePlace.js'
import { fileHeaders } from './fileHeaders.js'
import type { FileOwner } from './writeInstanceFile.js'

/**
 * Makes a directory in an instance; one that exists is left as it is. The directory it is in must exist.
 *
 * @throws {LxdApiError} `isLxdNotFound` without the directory that it would be in.
 * @see LXD 5.0 REST API, `instance_files_post`: `POST /1.0/instances/{instanceName}/files`
 */
export async function makeInstanceDirectory(
  client: LxdClient,
  place: FilePlace,
  owner: FileOwner = {},
  options: LxdCallOptions = {},
): Promise<void> {
  checkPath(place.path, 'instanceFilesPost')
  const headers = fileHeaders({ mode: 0o755, ...owner })
  await instanceFilesPost(client, { ...place, ...headers, type: 'directory', rawFile: '' }, options)
}
