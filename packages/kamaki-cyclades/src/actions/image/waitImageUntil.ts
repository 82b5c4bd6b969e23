import type { HttpCallOptions } from '@x/core-errors'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Image } from '../../schemas/Image.js'
import { imageSubject } from '../../waits/imageSubject.js'
import { waitUntil } from '../../waits/statusWaits.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'

/** What {@link waitImageUntil} takes. */
export interface WaitImageUntilParameters extends WaitParameters<Image> {
  /** Which image. */
  imageId: string
  /** The status to wait for, in any case. @default 'AVAILABLE' */
  targetStatus?: string | undefined
}

/**
 * Waits until an image has a status.
 *
 * Looks every second, for at most 100 s, unless the parameters say otherwise. Nothing is left behind when it ends.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to wait for, how often to look and when to give up.
 * @param options - `signal` ends the wait; the rest goes to every look.
 * @returns The image as it was seen last.
 * @throws {WaitTimeoutError} when it takes too long; `last` is what was seen last.
 * @throws {WaitFailedError} when the image comes into an error status or is deleted.
 * @throws {SynnefoApiError} when the service refuses.
 * @example
 * const image = await waitImageUntil(client, { imageId })
 */
export function waitImageUntil(
  client: CycladesClient,
  parameters: WaitImageUntilParameters,
  options: HttpCallOptions = {},
): Promise<Image> {
  const { imageId, targetStatus = 'AVAILABLE', ...wait } = parameters
  return waitUntil(imageSubject(client, 'waitImageUntil', imageId, options), targetStatus, wait, options)
}
