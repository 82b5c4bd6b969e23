import type { HttpCallOptions } from '@x/core-errors'
import { requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { type NewSubnet, subnetBody } from '../../internal/subnetBody.js'
import { type Subnet, subnet } from '../../schemas/Subnet.js'

const answer = z.looseObject({ subnet })

/** What {@link createSubnet} takes. */
export type CreateSubnetParameters = NewSubnet

/**
 * Gives a network addresses. At most one subnet of IPv4 (`/22` to `/29`) and one of IPv6 (`/64`), before any server is
 * connected, by the owner of the network.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which network, and which addresses.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, network API 2.0, `POST /subnets`
 * @example
 * await createSubnet(client, { networkId, cidr: '10.7.0.0/24' })
 */
export async function createSubnet(
  client: CycladesClient,
  parameters: CreateSubnetParameters,
  options: HttpCallOptions = {},
): Promise<Subnet> {
  const body = await requestJson(client.session, {
    ...options,
    operation: 'createSubnet',
    service: 'network',
    method: 'POST',
    path: ['subnets'],
    json: { subnet: subnetBody(parameters) },
    success: [201],
    idempotent: false,
    schema: answer,
  })
  return body.subnet
}
