import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Volume } from '../../schemas/Volume.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'
import { waitVolumeUntil } from '../blockStorage/waitVolumeUntil.js'
import { attachVolume } from './attachVolume.js'

/** What {@link attachVolumeAndWait} takes. */
export interface AttachVolumeAndWaitParameters extends WaitParameters<Volume> {
  /** Which server. */
  serverId: Id
  /** Which volume. */
  volumeId: Id
}

/**
 * Connects a volume to a server and waits until it is `in_use`.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which server and volume, how often to look and when to give up.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {WaitTimeoutError} when it takes too long; `last` is what was seen last.
 * @throws {WaitFailedError} when the volume comes into an error status or is deleted.
 * @throws {SynnefoApiError} when the service refuses.
 * @example
 * const volume = await attachVolumeAndWait(client, { serverId, volumeId })
 */
export async function attachVolumeAndWait(
  client: CycladesClient,
  parameters: AttachVolumeAndWaitParameters,
  options: HttpCallOptions = {},
): Promise<Volume> {
  const { serverId, volumeId, ...wait } = parameters
  await attachVolume(client, { serverId, volumeId }, options)
  return waitVolumeUntil(client, { ...wait, volumeId, targetStatus: 'in_use' }, options)
}
