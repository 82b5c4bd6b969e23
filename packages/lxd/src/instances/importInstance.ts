import { instancesPost } from '../actions/instancesPost.js'
import { hashUpload } from '../internal/hashUpload.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'

/** How an instance is imported. */
export interface ImportInstanceParameters {
  /** Name of the new instance. */
  name: string
  /** Pool for it. @default the one in the backup */
  pool?: string | undefined
  /** SHA-256 in hexadecimal digits. When the bytes turn out to be others the upload is broken off. */
  sha256?: string | undefined
}

/** Uploads a backup of an instance and waits for the instance. @returns The SHA-256 of what was sent. */
export async function importInstance(
  client: LxdClient,
  body: LxdUploadBody,
  parameters: ImportInstanceParameters & { project?: string | undefined },
  options: LxdWaitOptions,
): Promise<string> {
  const { name, pool, sha256, project } = parameters
  const hashed = hashUpload(body, sha256, 'instancesPost')
  const upload = { name, poolName: pool, project, rawBackup: hashed.stream }
  await runOperation(client, () => instancesPost(client, upload, options), options)
  return hashed.sha256()
}
