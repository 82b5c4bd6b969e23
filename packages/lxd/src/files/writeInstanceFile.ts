import { instanceFilesPost } from '../actions/instanceFilesPost.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import { checkPath } from './checkPath.js'
import type { FilePlace } from './FilePlace.js'
import { fileHeaders } from './fileHeaders.js'

/** Whose a new file is, and who may do what with it. An existing one keeps what it has. */
export interface FileOwner {
  /** User id of the owner. @default 0 */
  uid?: number | undefined
  /** Group id of the owner. @default 0 */
  gid?: number | undefined
  /** Permissions: `0o644`, or octal digits, `'644'`. @default 0o644, and 0o755 for directories */
  mode?: number | string | undefined
}

/** How a file is written. */
export interface WriteFileSettings extends FileOwner {
  /** Whether to add to an existing file in place of replacing what it holds. @default false */
  append?: boolean | undefined
}

/**
 * Writes a file into an instance, as it is read from its source. Its directory must exist.
 *
 * @throws {LxdApiError} `isLxdNotFound` without the directory or the instance.
 * @throws {ConfigurationError} for a mode that servers would read as something else.
 * @see LXD 5.0 REST API, `instance_files_post`: `POST /1.0/instances/{instanceName}/files`
 * @example
 * await writeInstanceFile(client, { instanceName: 'c1', path: '/etc/motd' }, 'hello\n', { mode: 0o644 })
 */
export async function writeInstanceFile(
  client: LxdClient,
  place: FilePlace,
  body: LxdUploadBody,
  { append = false, ...owner }: WriteFileSettings = {},
  options: LxdCallOptions = {},
): Promise<void> {
  checkPath(place.path, 'instanceFilesPost')
  const write = append ? 'append' : 'overwrite'
  await instanceFilesPost(client, { ...place, ...fileHeaders(owner), type: 'file', write, rawFile: body }, options)
}
