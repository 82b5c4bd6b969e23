import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'

/** What {@link getTagStatus} takes. */
export interface GetTagStatusParameters {
  /** Which server. */
  serverId: Id
  /** Which tag. */
  tag: string
}

/**
 * The status of a tag: `PENDADD` until the back end has it, then `ACTIVE`.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which server and tag.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses; 404 without a body when there is no such tag.
 * @see Synnefo 0.21, compute API 2.0, `GET /servers/{serverId}/tags/{tag}`
 * @example
 * const status = await getTagStatus(client, { serverId, tag: 'blue' })
 */
export function getTagStatus(
  client: CycladesClient,
  parameters: GetTagStatusParameters,
  options: HttpCallOptions = {},
): Promise<string> {
  return client.session.request({
    ...options,
    operation: 'getTagStatus',
    service: 'compute',
    method: 'GET',
    path: ['servers', parameters.serverId, 'tags', parameters.tag],
    success: [204],
    idempotent: true,
    read: (answer) => answer.headers.get('tag-status') ?? '',
  })
}
