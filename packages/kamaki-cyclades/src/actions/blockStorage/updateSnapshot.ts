import type { HttpCallOptions } from '@x/core-errors'
import { requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { type Snapshot, snapshot } from '../../schemas/Snapshot.js'
import { getSnapshotDetails } from './getSnapshotDetails.js'

const answer = z.looseObject({ snapshot: snapshot })

/** What {@link updateSnapshot} takes. */
export interface UpdateSnapshotParameters {
  /** Which snapshot. */
  snapshotId: string
  /** The new name, at most 255 characters. */
  displayName?: string | undefined
  /** The new description, at most 255 characters. */
  displayDescription?: string | undefined
}

/**
 * Changes name and description of a snapshot. Without anything to change it answers the snapshot.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which snapshot, and what to change.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, volume API 2.0, `PUT /snapshots/{snapshotId}`
 * @example
 * await updateSnapshot(client, { snapshotId, displayName: 'nightly' })
 */
export async function updateSnapshot(
  client: CycladesClient,
  parameters: UpdateSnapshotParameters,
  options: HttpCallOptions = {},
): Promise<Snapshot> {
  const { snapshotId, displayName, displayDescription } = parameters
  const changes = {
    display_name: displayName,
    display_description: displayDescription,
  }
  if (Object.values(changes).every((value) => value === undefined)) {
    return getSnapshotDetails(client, { snapshotId }, options)
  }
  const body = await requestJson(client.session, {
    ...options,
    operation: 'updateSnapshot',
    service: 'volume',
    method: 'PUT',
    path: ['snapshots', snapshotId],
    json: { snapshot: changes },
    success: [200],
    idempotent: false,
    schema: answer,
  })
  return body.snapshot
}
