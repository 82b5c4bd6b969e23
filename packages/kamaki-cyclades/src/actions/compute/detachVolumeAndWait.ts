import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Volume } from '../../schemas/Volume.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'
import { waitVolumeUntil } from '../blockStorage/waitVolumeUntil.js'
import { detachVolume } from './detachVolume.js'

/** What {@link detachVolumeAndWait} takes. */
export interface DetachVolumeAndWaitParameters extends WaitParameters<Volume> {
  /** Which server. */
  serverId: Id
  /** Which volume. */
  volumeId: Id
}

/**
 * Takes a volume from a server and waits until it is `available`.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which server and volume, how often to look and when to give up.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {WaitTimeoutError} when it takes too long; `last` is what was seen last.
 * @throws {WaitFailedError} when the volume comes into an error status or is deleted.
 * @throws {SynnefoApiError} when the service refuses.
 * @example
 * const volume = await detachVolumeAndWait(client, { serverId, volumeId })
 */
export async function detachVolumeAndWait(
  client: CycladesClient,
  parameters: DetachVolumeAndWaitParameters,
  options: HttpCallOptions = {},
): Promise<Volume> {
  const { serverId, volumeId, ...wait } = parameters
  await detachVolume(client, { serverId, volumeId }, options)
  return waitVolumeUntil(client, { ...wait, volumeId, targetStatus: 'available' }, options)
}
