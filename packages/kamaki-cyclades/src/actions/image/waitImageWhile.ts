import type { HttpCallOptions } from '@x/core-errors'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Image } from '../../schemas/Image.js'
import { imageSubject } from '../../waits/imageSubject.js'
import { waitWhile } from '../../waits/statusWaits.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'

/** What {@link waitImageWhile} takes. */
export interface WaitImageWhileParameters extends WaitParameters<Image> {
  /** Which image. */
  imageId: string
  /** The status to wait away, in any case. @default 'SAVING' */
  currentStatus?: string | undefined
}

/**
 * Waits until an image no longer has a status.
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
 * const image = await waitImageWhile(client, { imageId })
 */
export function waitImageWhile(
  client: CycladesClient,
  parameters: WaitImageWhileParameters,
  options: HttpCallOptions = {},
): Promise<Image> {
  const { imageId, currentStatus = 'SAVING', ...wait } = parameters
  return waitWhile(imageSubject(client, 'waitImageWhile', imageId, options), currentStatus, wait, options)
}
