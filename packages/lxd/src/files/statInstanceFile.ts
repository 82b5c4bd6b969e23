import { instanceFilesGet } from '../actions/instanceFilesGet.js'
import { instanceFilesHead } from '../actions/instanceFilesHead.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { serverExtensions } from '../serverExtensions.js'
import { checkPath } from './checkPath.js'
import type { FilePlace } from './FilePlace.js'
import { fileStatOf } from './fileStatOf.js'
import type { LxdFileStat } from './LxdFile.js'

/**
 * Tells the type, owner and mode of a file, directory or link, without reading it where the server has the extension
 * `instance_file_head`.
 *
 * @throws {LxdApiError} `isLxdNotFound` when there is nothing at that path.
 * @see LXD 5.0 REST API, `instance_files_head`: `HEAD /1.0/instances/{instanceName}/files`
 */
export async function statInstanceFile(
  client: LxdClient,
  parameters: FilePlace,
  options: LxdCallOptions = {},
): Promise<LxdFileStat> {
  const hasHead = (await serverExtensions(client, options)).has('instance_file_head')
  const operation = hasHead ? 'instanceFilesHead' : 'instanceFilesGet'
  checkPath(parameters.path, operation)
  const { headers, stream } = await (hasHead ? instanceFilesHead : instanceFilesGet)(client, parameters, options)
  await stream.cancel()
  return fileStatOf(headers, operation)
}
