import { ConfigurationError, type HttpCallOptions } from '@x/core-errors'
import { type Id, requestJson, requireGiven, whenGiven } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { type Port, port } from '../../schemas/Port.js'

const answer = z.looseObject({ port })

/** What {@link createPort} takes. */
export interface CreatePortParameters {
  /** Which network. */
  networkId: Id
  /** The server. @default none: the port stays `DOWN` */
  deviceId?: Id | undefined
  /** Its security groups. */
  securityGroups?: readonly string[] | undefined
  /** At most 128 characters. */
  name?: string | undefined
  /**
   * One IPv4 address at most. On a public network it must be a free floating IP address of the user; on a private one the
   * server picks an address itself.
   */
  fixedIps?: readonly { ip_address: string; subnet?: Id | undefined }[] | undefined
}

/**
 * Connects a server to a network, or makes a port without a server. It is `BUILD` at first, then `ACTIVE`.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which network, server and address.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {ConfigurationError} when the network is missing, or the `ip_address` of an item of `fixedIps`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, network API 2.0, `POST /ports`
 * @example
 * const port = await createPort(client, { networkId, deviceId: serverId })
 */
export async function createPort(
  client: CycladesClient,
  parameters: CreatePortParameters,
  options: HttpCallOptions = {},
): Promise<Port> {
  const { networkId, deviceId, securityGroups, name, fixedIps } = parameters
  for (const [index, item] of (fixedIps ?? []).entries()) {
    if (typeof item?.ip_address === 'string' && item.ip_address !== '') continue
    throw new ConfigurationError(`fixedIps[${index}] has no ip_address`, { path: `fixedIps[${index}].ip_address` })
  }
  const body = await requestJson(client.session, {
    ...options,
    operation: 'createPort',
    service: 'network',
    method: 'POST',
    path: ['ports'],
    json: {
      port: {
        network_id: requireGiven('networkId', networkId),
        device_id: whenGiven(deviceId),
        security_groups: whenGiven(securityGroups),
        name: whenGiven(name),
        fixed_ips: whenGiven(fixedIps),
      },
    },
    success: [201],
    idempotent: false,
    schema: answer,
  })
  return body.port
}
