import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import { getServerDetails } from './getServerDetails.js'

/** What {@link getServerStatus} takes. */
export interface GetServerStatusParameters {
  /** Which server. */
  serverId: Id
}

/** The status of a server, and while it is `BUILD`, how far that is, in percent. */
export interface ServerProgress {
  status: string
  progress: number | undefined
}

/**
 * The status of a server, and while it is built, how far that is.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which server.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @deprecated `getServerDetails` says the same and more.
 * @example
 * const { status } = await getServerStatus(client, { serverId })
 */
export async function getServerStatus(
  client: CycladesClient,
  parameters: GetServerStatusParameters,
  options: HttpCallOptions = {},
): Promise<ServerProgress> {
  const { status, progress } = await getServerDetails(client, parameters, options)
  return { status, progress: status === 'BUILD' ? (progress ?? undefined) : undefined }
}
