import { instanceFilesPost } from '../actions/instanceFilesPost.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { checkPath } from './checkPath.js'
import type { FilePlace } from './FilePlace.js'

/**
 * Makes a symbolic link in an instance.
 *
 * @param target - Where it leads, absolute or from its own directory; need not exist.
 * @see LXD 5.0 REST API, `instance_files_post`: `POST /1.0/instances/{instanceName}/files`
 */
export async function makeInstanceSymlink(
  client: LxdClient,
  place: FilePlace,
  target: string,
  options: LxdCallOptions = {},
): Promise<void> {
  checkPath(place.path, 'instanceFilesPost')
  await instanceFilesPost(client, { ...place, type: 'symlink', rawFile: target }, options)
}
