import type { HttpCallOptions } from '@x/core-errors'
import type { CycladesClient } from '../../createCycladesClient.js'
import { readImage } from '../../images/readImage.js'
import type { Image } from '../../schemas/Image.js'

/** What {@link getMeta} takes. */
export interface GetMetaParameters {
  /** Which image. */
  imageId: string
}

/**
 * One image in full.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which image.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer describes no image.
 * @see Synnefo 0.21, image API 1.0 (Plankton), `HEAD /images/{imageId}`
 * @example
 * const { location } = await getMeta(client, { imageId })
 */
export function getMeta(
  client: CycladesClient,
  parameters: GetMetaParameters,
  options: HttpCallOptions = {},
): Promise<Image> {
  return client.session.request({
    ...options,
    operation: 'getMeta',
    service: 'image',
    method: 'HEAD',
    path: ['images', parameters.imageId],
    success: [200],
    idempotent: true,
    read: readImage,
  })
}
