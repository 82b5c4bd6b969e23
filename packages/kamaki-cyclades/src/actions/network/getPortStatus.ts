import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import { getPortDetails } from './getPortDetails.js'

/** What {@link getPortStatus} takes. */
export interface GetPortStatusParameters {
  /** Which port. */
  portId: Id
}

/**
 * The status of a port.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which port.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @deprecated `getPortDetails` says the same and more.
 * @example
 * const status = await getPortStatus(client, { portId })
 */
export async function getPortStatus(
  client: CycladesClient,
  parameters: GetPortStatusParameters,
  options: HttpCallOptions = {},
): Promise<string> {
  return (await getPortDetails(client, parameters, options)).status
}
