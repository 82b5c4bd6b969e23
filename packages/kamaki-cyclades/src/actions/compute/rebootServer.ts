import type { HttpCallOptions } from '@x/core-errors'
import { type Id, requestNothing } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'

/** What {@link rebootServer} takes. */
export interface RebootServerParameters {
  /** Which server. */
  serverId: Id
  /** Whether the machine is switched off and on, instead of asking its system to reboot. @default false */
  hard?: boolean | undefined
}

/**
 * Reboots a server. Its status need not be `REBOOT` at once: wait until it is `ACTIVE` and idle.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which server, and how.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @see Synnefo 0.21, compute API 2.0, `POST /servers/{serverId}/action`
 * @example
 * await rebootServer(client, { serverId })
 */
export function rebootServer(
  client: CycladesClient,
  parameters: RebootServerParameters,
  options: HttpCallOptions = {},
): Promise<void> {
  return requestNothing(client.session, {
    ...options,
    operation: 'rebootServer',
    service: 'compute',
    method: 'POST',
    path: ['servers', parameters.serverId, 'action'],
    json: { reboot: { type: parameters.hard ? 'HARD' : 'SOFT' } },
    success: [202],
    idempotent: false,
  })
}
