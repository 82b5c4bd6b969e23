import type { HttpCallOptions } from '@x/core-errors'
import { type Id, requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { type CreatedServer, createdServer } from '../../schemas/CreatedServer.js'
import { getServerDetails } from './getServerDetails.js'

const answer = z.looseObject({ server: createdServer })

/** What {@link rebuildServer} takes. */
export interface RebuildServerParameters {
  /** Which server. */
  serverId: Id
}

/**
 * Builds a server anew from its present description.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which server.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @deprecated Synnefo answers 400; other OpenStack clouds know it.
 * @see OpenStack compute API 2.0, `POST /servers/{serverId}/action`
 * @example
 * await rebuildServer(client, { serverId })
 */
export async function rebuildServer(
  client: CycladesClient,
  parameters: RebuildServerParameters,
  options: HttpCallOptions = {},
): Promise<CreatedServer> {
  const present = await getServerDetails(client, parameters, options)
  const body = await requestJson(client.session, {
    ...options,
    operation: 'rebuildServer',
    service: 'compute',
    method: 'POST',
    path: ['servers', parameters.serverId, 'action'],
    json: { rebuild: present },
    success: [202],
    idempotent: false,
    schema: answer,
  })
  return body.server
}
