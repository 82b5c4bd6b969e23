import type { HttpCallOptions } from '@x/core-errors'
import { type Id, requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { checkItems } from '../../internal/checkItems.js'
import { type Port, port } from '../../schemas/Port.js'

const answer = z.looseObject({ ports: z.array(port) })

/** What {@link createPorts} takes. */
export interface CreatePortsParameters {
  /** What to create. */
  ports: readonly {
    networkId: Id
    status?: string | undefined
    name?: string | undefined
    adminStateUp?: boolean | undefined
    macAddress?: string | undefined
    fixedIps?: readonly object[] | undefined
    securityGroups?: readonly string[] | undefined
  }[]
}

/**
 * Creates several ports with one request.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to create.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {ConfigurationError} when an item lacks what it needs.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @deprecated Synnefo takes one port a request; other OpenStack clouds know it.
 * @see OpenStack network API 2.0, `POST /ports`
 * @example
 * await createPorts(client, { ports })
 */
export async function createPorts(
  client: CycladesClient,
  parameters: CreatePortsParameters,
  options: HttpCallOptions = {},
): Promise<Port[]> {
  checkItems('ports', parameters.ports, ['networkId'])
  const body = await requestJson(client.session, {
    ...options,
    operation: 'createPorts',
    service: 'network',
    method: 'POST',
    path: ['ports'],
    json: {
      ports: parameters.ports.map(
        ({ networkId, adminStateUp, macAddress, fixedIps, securityGroups, name, status }) => ({
          network_id: networkId,
          name,
          status,
          admin_state_up: adminStateUp,
          mac_address: macAddress,
          fixed_ips: fixedIps,
          security_groups: securityGroups,
        }),
      ),
    },
    success: [201],
    idempotent: false,
    schema: answer,
  })
  return body.ports
}
