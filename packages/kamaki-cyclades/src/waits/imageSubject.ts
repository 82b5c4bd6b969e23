import type { HttpCallOptions } from '@x/core-errors'
import { getMeta } from '../actions/image/getMeta.js'
import type { CycladesClient } from '../createCycladesClient.js'
import type { Image } from '../schemas/Image.js'
import type { StatusSubject } from './statusWaits.js'

/** What there is to know about waiting for a image. */
export const imageSubject = (
  client: CycladesClient,
  operation: string,
  imageId: string,
  options: HttpCallOptions,
): StatusSubject<Image> => ({
  session: client.session,
  operation,
  subject: `image ${imageId}`,
  look: () => getMeta(client, { imageId }, options),
  statusOf: ({ status }) => status ?? '',
  failures: ['error'],
  gone: ['deleted'],
  placeholder: (status) => ({ id: String(imageId), name: '', status }),
})
