import type { HttpCallOptions } from '@x/core-errors'
import { requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { checkItems } from '../../internal/checkItems.js'
import { type NetworkInfo, networkInfo } from '../../schemas/NetworkInfo.js'

const answer = z.looseObject({ networks: z.array(networkInfo) })

/** What {@link createNetworks} takes. */
export interface CreateNetworksParameters {
  /** What to create. */
  networks: readonly { name: string; adminStateUp?: boolean | undefined; shared?: boolean | undefined }[]
}

/**
 * Creates several networks with one request.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to create.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {ConfigurationError} when an item lacks what it needs.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @deprecated Synnefo takes one network a request; other OpenStack clouds know it.
 * @see OpenStack network API 2.0, `POST /networks`
 * @example
 * await createNetworks(client, { networks })
 */
export async function createNetworks(
  client: CycladesClient,
  parameters: CreateNetworksParameters,
  options: HttpCallOptions = {},
): Promise<NetworkInfo[]> {
  checkItems('networks', parameters.networks, ['name'])
  const body = await requestJson(client.session, {
    ...options,
    operation: 'createNetworks',
    service: 'network',
    method: 'POST',
    path: ['networks'],
    json: {
      networks: parameters.networks.map(({ name, adminStateUp = false, shared }) => ({
        name,
        admin_state_up: adminStateUp,
        shared,
      })),
    },
    success: [201],
    idempotent: false,
    schema: answer,
  })
  return body.networks
}
