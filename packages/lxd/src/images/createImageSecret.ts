import { ProtocolError } from '@x/core-errors'
import { imagesSecretPost } from '../actions/imagesSecretPost.js'
import { operationDelete } from '../actions/operationDelete.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'

/** What lets somebody download an image once. LXD 5.0 goes on to take it for 5 s after it was used or canceled. */
export interface ImageSecret {
  /** For `exportImage`, or for another server that is to fetch the image. */
  readonly secret: string
  /** Makes it worthless. */
  cancel(options?: LxdCallOptions): Promise<void>
}

/**
 * Lets somebody without a trusted certificate download an image. The operation that holds the secret stays until it is
 * used or canceled: there is nothing to wait for.
 *
 * @see LXD 5.0 REST API, `images_secret_post`: `POST /1.0/images/{fingerprint}/secret`
 */
export async function createImageSecret(
  client: LxdClient,
  parameters: { fingerprint: string; project?: string | undefined },
  options: LxdCallOptions = {},
): Promise<ImageSecret> {
  const { operation } = await imagesSecretPost(client, parameters, options)
  const secret = operation?.metadata['secret']
  if (operation === undefined || typeof secret !== 'string') {
    throw new ProtocolError('imagesSecretPost: the server gave no secret', {
      operation: 'imagesSecretPost',
      path: 'metadata.secret',
    })
  }
  const { id } = operation
  return {
    secret,
    async cancel(cancelOptions = {}) {
      await operationDelete(client, { id }, cancelOptions)
    },
  }
}
