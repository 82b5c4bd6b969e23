import type { HttpCallOptions } from '@x/core-errors'
import { type Id, requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { type Volume, volume } from '../../schemas/Volume.js'
import { getVolumeDetails } from './getVolumeDetails.js'

const answer = z.looseObject({ volume: volume })

/** What {@link updateVolume} takes. */
export interface UpdateVolumeParameters {
  /** Which volume. */
  volumeId: Id
  /** The new name, at most 255 characters. */
  displayName?: string | undefined
  /** The new description, at most 255 characters. */
  displayDescription?: string | undefined
  /** Whether it ends with its server. Synnefo refuses `false`. */
  deleteOnTermination?: boolean | undefined
  /** Passed on; Synnefo ignores it. Use `updateVolumeMetadata`. */
  metadata?: Readonly<Record<string, string>> | undefined
}

/**
 * Changes name and description of a volume. Without anything to change it answers the volume.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which volume, and what to change.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, volume API 2.0, `PUT /volumes/{volumeId}`
 * @example
 * await updateVolume(client, { volumeId, displayName: 'nightly' })
 */
export async function updateVolume(
  client: CycladesClient,
  parameters: UpdateVolumeParameters,
  options: HttpCallOptions = {},
): Promise<Volume> {
  const { volumeId, displayName, displayDescription, deleteOnTermination, metadata } = parameters
  const changes = {
    display_name: displayName,
    display_description: displayDescription,
    delete_on_termination: deleteOnTermination,
    metadata: metadata,
  }
  if (Object.values(changes).every((value) => value === undefined)) {
    return getVolumeDetails(client, { volumeId }, options)
  }
  const body = await requestJson(client.session, {
    ...options,
    operation: 'updateVolume',
    service: 'volume',
    method: 'PUT',
    path: ['volumes', volumeId],
    json: { volume: changes },
    success: [200],
    idempotent: false,
    schema: answer,
  })
  return body.volume
}
