import { ProtocolError } from '@x/core-errors'
import { imageGet } from '../actions/imageGet.js'
import { imagesPost } from '../actions/imagesPost.js'
import { isLxdOperationError } from '../errors/LxdOperationError.js'
import type { LxdClient } from '../LxdClient.js'
import { existing } from '../objects/existing.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'

/** What a new image is called, and who may see it. */
export interface CreatedImageSettings {
  /** Names for it. They must be free. @default none */
  aliases?: readonly { name: string; description?: string | undefined }[] | undefined
  /** Whether everybody may see and download it. @default false */
  public?: boolean | undefined
  /** Whether the server replaces it when there is a newer one where it came from. @default false */
  autoUpdate?: boolean | undefined
  /** Added to, or in place of, what the image says of itself. */
  properties?: Record<string, string> | undefined
}

/**
 * Performs the creation of an image and waits.
 *
 * @param ifExists - What to do when the server has an image with the same content.
 * @returns Its fingerprint, and whether it was there before.
 */
export async function createdImage(
  client: LxdClient,
  definition: Parameters<typeof imagesPost>[1],
  ifExists: 'use' | 'throw',
  options: LxdWaitOptions,
): Promise<{ fingerprint: string; existed: boolean }> {
  try {
    const { operation } = await runOperation(client, () => imagesPost(client, definition, options), options)
    const fingerprint = operation?.metadata['fingerprint']
    if (typeof fingerprint === 'string') return { fingerprint, existed: false }
    throw new ProtocolError('imagesPost: the server does not tell the fingerprint of the image', {
      operation: 'imagesPost',
      path: 'metadata.fingerprint',
    })
  } catch (error) {
    // The operation fails, but tells which image it was. Its text, which differs by version, is not asked.
    const fingerprint = isLxdOperationError(error) ? error.result.metadata['fingerprint'] : undefined
    if (ifExists === 'throw' || typeof fingerprint !== 'string') throw error
    const { signal, timeoutMs } = options
    const found = imageGet(client, { fingerprint, project: definition.project }, { signal, timeoutMs })
    if (await existing(found)) return { fingerprint, existed: true }
    throw error
  }
}
