import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import { getVolumeDetails } from './getVolumeDetails.js'

/** What {@link getVolumeStatus} takes. */
export interface GetVolumeStatusParameters {
  /** Which volume. */
  volumeId: Id
}

/**
 * The status of a volume.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which volume.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @deprecated `getVolumeDetails` says the same and more.
 * @example
 * const status = await getVolumeStatus(client, { volumeId })
 */
export async function getVolumeStatus(
  client: CycladesClient,
  parameters: GetVolumeStatusParameters,
  options: HttpCallOptions = {},
): Promise<string> {
  return (await getVolumeDetails(client, parameters, options)).status
}
