import type { HttpCallOptions } from '@x/core-errors'
import { type Id, requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { type Subnet, subnet } from '../../schemas/Subnet.js'

const answer = z.looseObject({ subnet })

/** What {@link updateSubnet} takes. */
export interface UpdateSubnetParameters {
  /** Which subnet. */
  subnetId: Id
  /** The new name, at most 128 characters. */
  name?: string | undefined
  /** Passed on; Synnefo refuses it. */
  allocationPools?: readonly { start: string; end: string }[] | undefined
  /** Passed on; Synnefo refuses it. */
  gatewayIp?: string | null | undefined
  /** Passed on; Synnefo refuses it. */
  ipv6?: boolean | undefined
  /** Passed on; Synnefo refuses it. */
  enableDhcp?: boolean | undefined
}

/**
 * Renames a subnet. Synnefo takes `name` alone and refuses everything else.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which subnet, and its new name.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, network API 2.0, `PUT /subnets/{subnetId}`
 * @example
 * await updateSubnet(client, { subnetId, name: 'office' })
 */
export async function updateSubnet(
  client: CycladesClient,
  parameters: UpdateSubnetParameters,
  options: HttpCallOptions = {},
): Promise<Subnet> {
  const { subnetId, name, allocationPools, gatewayIp, ipv6, enableDhcp } = parameters
  const body = await requestJson(client.session, {
    ...options,
    operation: 'updateSubnet',
    service: 'network',
    method: 'PUT',
    path: ['subnets', subnetId],
    json: {
      subnet: {
        name,
        allocation_pools: allocationPools,
        gateway_ip: gatewayIp,
        ip_version: ipv6 === undefined ? undefined : ipv6 ? 6 : 4,
        enable_dhcp: enableDhcp,
      },
    },
    success: [200],
    idempotent: false,
    schema: answer,
  })
  return body.subnet
}
