import { LxdDangerError } from '../errors/LxdDangerError.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'

/**
 * Keeps a request for an image of nothing from the server: LXD 5.0 drops the connection in the middle of it.
 *
 * @throws {LxdDangerError} unless `force` is set.
 * @see LXD 5.0.2, observed
 */
export function refuseImageOfNothing(
  _client: LxdClient,
  { rawImage, source }: { rawImage?: unknown; source?: unknown },
  { force }: LxdCallOptions,
): void {
  if (force === true || rawImage !== undefined || (source !== undefined && source !== null)) return
  throw new LxdDangerError('imagesPost', 'has neither bytes nor a source, which crashes the request on the server')
}
