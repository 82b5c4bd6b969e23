import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { VolumeAttachment } from '../../schemas/VolumeAttachment.js'
import { deleteVolumeAttachment } from './deleteVolumeAttachment.js'
import { listVolumeAttachments } from './listVolumeAttachments.js'

/** What {@link detachVolume} takes. */
export interface DetachVolumeParameters {
  /** Which server. */
  serverId: Id
  /** Which volume. */
  volumeId: Id
}

/**
 * Takes a volume from a server, whatever the attachment is called. The volume is kept; it is `detaching` at first, then
 * `available`.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which server and volume.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns The attachments that were removed; none when the server does not have the volume.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @example
 * const removed = await detachVolume(client, { serverId, volumeId })
 */
export async function detachVolume(
  client: CycladesClient,
  parameters: DetachVolumeParameters,
  options: HttpCallOptions = {},
): Promise<VolumeAttachment[]> {
  const { serverId } = parameters
  const wanted = String(parameters.volumeId)
  const attachments = await listVolumeAttachments(client, { serverId }, options)
  const removed = attachments.filter(({ volumeId }) => volumeId === wanted)
  for (const { id } of removed) await deleteVolumeAttachment(client, { serverId, attachmentId: id }, options)
  return removed
}
