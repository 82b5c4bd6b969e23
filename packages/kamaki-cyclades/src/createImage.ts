import { bindActions } from '@x/kamaki-astakos/http'
import * as calls from './actions/image/index.js'
import { type CreateCycladesClientParameters, createCycladesClient } from './createCycladesClient.js'
import type { ImageService } from './ImageService.js'

/**
 * Makes the client of the image service with every call as a method. Sends nothing.
 *
 * @example
 * const image = createImage({ session })
 * const images = await image.listPublic({ detail: true })
 */
export function createImage(parameters: CreateCycladesClientParameters): ImageService {
  const client = createCycladesClient(parameters)
  return Object.freeze({ ...bindActions<ImageService>(client, calls), ...client })
}
