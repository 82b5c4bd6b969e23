import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { FloatingIp } from '../../schemas/FloatingIp.js'
import { createFloatingip } from './createFloatingip.js'
import { listFloatingips } from './listFloatingips.js'

/** What {@link findOrCreateFloatingip} takes. */
export interface FindOrCreateFloatingipParameters {
  /** The public network. @default any */
  floatingNetworkId?: Id | undefined
  /** The project that pays. @default any, and the user's default project for a new address */
  projectId?: string | undefined
}

/**
 * A floating IP address that no port uses: one that is reserved already, else a new one.
 *
 * Two programs that do this at the same time may find the same address; the second to use it gets a 409.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which network and project.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses: 413 when the quota is used up, 409 when no address is left.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @example
 * const { floating_ip_address } = await findOrCreateFloatingip(client)
 */
export async function findOrCreateFloatingip(
  client: CycladesClient,
  parameters: FindOrCreateFloatingipParameters = {},
  options: HttpCallOptions = {},
): Promise<FloatingIp> {
  const { floatingNetworkId, projectId } = parameters
  const free = (await listFloatingips(client, {}, options)).find(
    (address) =>
      (address.port_id ?? null) === null &&
      !address.deleted &&
      (floatingNetworkId === undefined || address.floating_network_id === String(floatingNetworkId)) &&
      (projectId === undefined || address.tenant_id === projectId),
  )
  return free ?? createFloatingip(client, parameters, options)
}
