import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { type CreatedImageSettings, createdImage } from './createdImage.js'

/** What becomes of an instance that is made an image of. */
export interface PublishParameters extends CreatedImageSettings {
  /** `none`, `gzip`, `zstd`, `squashfs`… @default the server's `images.compression_algorithm` */
  compressionAlgorithm?: string | undefined
  /** When the server deletes it, RFC 3339. @default never */
  expiresAt?: string | Date | undefined
}

/**
 * Makes an image of a stopped instance, or of a snapshot, on the server.
 *
 * @param source - `snapshotName` makes it of that snapshot.
 * @returns The fingerprint of the image.
 * @throws {LxdOperationError} while the instance runs.
 * @see LXD 5.0 REST API, `images_post`: `POST /1.0/images`
 */
export async function publishInstance(
  client: LxdClient,
  source: { instanceName: string; snapshotName?: string | undefined; project?: string | undefined },
  parameters: PublishParameters = {},
  options: LxdWaitOptions = {},
): Promise<string> {
  const { instanceName, snapshotName, project } = source
  const { aliases, autoUpdate, compressionAlgorithm, expiresAt, properties, public: isPublic } = parameters
  const definition = {
    source:
      snapshotName === undefined
        ? { type: 'instance', name: instanceName }
        : { type: 'snapshot', name: `${instanceName}/${snapshotName}` },
    aliases: aliases && [...aliases],
    auto_update: autoUpdate,
    compression_algorithm: compressionAlgorithm,
    expires_at: expiresAt instanceof Date ? expiresAt.toISOString() : expiresAt,
    properties,
    public: isPublic,
    project,
  }
  const { fingerprint } = await createdImage(client, definition, 'throw', options)
  return fingerprint
}
