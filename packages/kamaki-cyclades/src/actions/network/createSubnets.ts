import type { HttpCallOptions } from '@x/core-errors'
import { requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { checkItems } from '../../internal/checkItems.js'
import { type NewSubnet, subnetBody } from '../../internal/subnetBody.js'
import { type Subnet, subnet } from '../../schemas/Subnet.js'

const answer = z.looseObject({ subnets: z.array(subnet) })

/** What {@link createSubnets} takes. */
export interface CreateSubnetsParameters {
  /** What to create. */
  subnets: readonly NewSubnet[]
}

/**
 * Creates several subnets with one request.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to create.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {ConfigurationError} when an item lacks what it needs.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @deprecated Synnefo takes one subnet a request; other OpenStack clouds know it.
 * @see OpenStack network API 2.0, `POST /subnets`
 * @example
 * await createSubnets(client, { subnets })
 */
export async function createSubnets(
  client: CycladesClient,
  parameters: CreateSubnetsParameters,
  options: HttpCallOptions = {},
): Promise<Subnet[]> {
  checkItems('subnets', parameters.subnets, [
    'networkId!',
    'cidr!',
    'name',
    'allocationPools',
    'gatewayIp',
    'subnetId',
    'ipv6',
    'enableDhcp',
    'dnsNameservers',
    'hostRoutes',
    'enableSlaac',
  ])
  const body = await requestJson(client.session, {
    ...options,
    operation: 'createSubnets',
    service: 'network',
    method: 'POST',
    path: ['subnets'],
    json: { subnets: parameters.subnets.map(subnetBody) },
    success: [201],
    idempotent: false,
    schema: answer,
  })
  return body.subnets
}
