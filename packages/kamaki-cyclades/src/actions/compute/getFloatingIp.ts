import type { HttpCallOptions } from '@x/core-errors'
import { type Id, requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { type ComputeFloatingIp, computeFloatingIp } from '../../schemas/ComputeFloatingIp.js'
import { floatingIp } from '../../schemas/FloatingIp.js'

const answer = z.union([z.looseObject({ floatingip: floatingIp }), z.looseObject({ floating_ip: computeFloatingIp })])

/** What {@link getFloatingIp} takes. */
export interface GetFloatingIpParameters {
  /** Which address. */
  fipId: Id
}

/**
 * One floating IP address. Synnefo answers it in the form of the network service; here it has the form of
 * `getFloatingIps`.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which address.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @deprecated The network service has floating IP addresses in full: `getFloatingipDetails`.
 * @see Synnefo 0.21, compute API 2.0, `GET /os-floating-ips/{fipId}`
 * @example
 * const { ip } = await getFloatingIp(client, { fipId })
 */
export async function getFloatingIp(
  client: CycladesClient,
  parameters: GetFloatingIpParameters,
  options: HttpCallOptions = {},
): Promise<ComputeFloatingIp> {
  const body = await requestJson(client.session, {
    ...options,
    operation: 'getFloatingIp',
    service: 'compute',
    method: 'GET',
    path: ['os-floating-ips', parameters.fipId],
    success: [200],
    idempotent: true,
    schema: answer,
  })
  if ('floating_ip' in body) return body.floating_ip as ComputeFloatingIp
  const { id, floating_ip_address: ip, instance_id, fixed_ip_address: fixed_ip } = body.floatingip
  return { id, ip, instance_id, fixed_ip, pool: null }
}
