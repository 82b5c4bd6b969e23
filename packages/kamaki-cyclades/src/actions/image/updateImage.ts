import type { HttpCallOptions } from '@x/core-errors'
import { flagText } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import { imageHeaders } from '../../images/imageHeaders.js'
import { readImage } from '../../images/readImage.js'
import type { Image } from '../../schemas/Image.js'

/** What {@link updateImage} takes. */
export interface UpdateImageParameters {
  /** Which image. */
  imageId: string
  /** The new name. */
  name?: string | undefined
  /** `diskdump`, `extdump` or `ntfsdump`. */
  diskFormat?: string | undefined
  /** `aki`, `ari`, `ami`, `bare` or `ovf`. */
  containerFormat?: string | undefined
  /** Passed on; the service keeps the status. */
  status?: string | undefined
  /** Whether everybody may use it. */
  public?: boolean | undefined
  /** Passed on as the owner. */
  ownerId?: string | undefined
  /** What to add or change. */
  properties?: Readonly<Record<string, string>> | undefined
}

/**
 * Changes an image. Properties are added or changed, never removed.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which image, and what to change.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {ConfigurationError} for a property's name that can't be used.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer describes no image.
 * @see Synnefo 0.21, image API 1.0 (Plankton), `PUT /images/{imageId}`
 * @example
 * await updateImage(client, { imageId, public: true })
 */
export async function updateImage(
  client: CycladesClient,
  parameters: UpdateImageParameters,
  options: HttpCallOptions = {},
): Promise<Image> {
  const { imageId, name, diskFormat, containerFormat, status, ownerId, properties } = parameters
  const fields = {
    name,
    disk_format: diskFormat,
    container_format: containerFormat,
    status,
    is_public: flagText(parameters.public),
    owner: ownerId,
  }
  return client.session.request({
    ...options,
    operation: 'updateImage',
    service: 'image',
    method: 'PUT',
    path: ['images', imageId],
    headers: { ...options.headers, ...imageHeaders(fields, properties) },
    success: [200],
    idempotent: false,
    read: readImage,
  })
}
