import { storagePoolVolumesTypePost } from '../actions/storagePoolVolumesTypePost.js'
import { hashUpload } from '../internal/hashUpload.js'
import { requireExtension } from '../internal/requireExtension.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import type { ImportVolumeParameters } from './LxdStorageVolumes.js'

const extensions = { iso: 'custom_volume_iso', tar: 'import_custom_volume_tar' }

/** Uploads a volume and waits for it. @returns The SHA-256 of what was sent. */
export async function importVolume(
  client: LxdClient,
  body: LxdUploadBody,
  parameters: ImportVolumeParameters & { poolName: string },
  options: LxdWaitOptions,
): Promise<string> {
  const { sha256: expected, rawType, ...place } = parameters
  const operation = 'storagePoolVolumesTypePost'
  if (rawType === 'iso' || rawType === 'tar') await requireExtension(client, extensions[rawType], operation, options)
  const hashed = hashUpload(body, expected, operation)
  const upload = { type: 'custom', rawBackup: hashed.stream, rawType, ...place }
  await runOperation(client, () => storagePoolVolumesTypePost(client, upload, options), options)
  return hashed.sha256()
}
