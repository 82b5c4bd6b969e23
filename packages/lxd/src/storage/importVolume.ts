import { ConfigurationError } from '@x/core-errors'
import { storagePoolVolumesTypePost } from '../actions/storagePoolVolumesTypePost.js'
import { createSha256 } from '../internal/createSha256.js'
import { requireExtension } from '../internal/requireExtension.js'
import { toBody } from '../internal/toBody.js'
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
  const source = new Response(toBody(body)).body
  if (source === null)
    throw new ConfigurationError(`${operation}: there is nothing to import`, { operation, path: 'body' })
  const hash = createSha256()
  let digest = ''
  const rawBackup = source.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        hash.update(chunk)
        controller.enqueue(chunk)
      },
      // Failing here breaks the upload off before its end, so that the server throws it away.
      flush(controller) {
        digest = hash.digest()
        if (expected === undefined || digest === expected.toLowerCase()) return
        const text = `${operation}: the bytes to import have the SHA-256 ${digest}, not ${expected}`
        controller.error(new ConfigurationError(text, { operation, path: 'sha256' }))
      },
    }),
  )
  const upload = { type: 'custom', rawBackup, rawType, ...place }
  await runOperation(client, () => storagePoolVolumesTypePost(client, upload, options), options)
  return digest
}
