import type { HttpCallOptions } from '@x/core-errors'
import { isSynnefoApiError } from '@x/kamaki-astakos'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import { getTagStatus } from './getTagStatus.js'

/** What {@link checkTagExists} takes. */
export interface CheckTagExistsParameters {
  /** Which server. */
  serverId: Id
  /** Which tag. */
  tag: string
}

/**
 * Whether a server has a tag.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which server and tag.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses; 404 when there is no such server.
 * @example
 * if (await checkTagExists(client, { serverId, tag: 'blue' })) console.log('blue')
 */
export async function checkTagExists(
  client: CycladesClient,
  parameters: CheckTagExistsParameters,
  options: HttpCallOptions = {},
): Promise<boolean> {
  try {
    await getTagStatus(client, parameters, options)
    return true
  } catch (error) {
    // Without a body: there is no such tag. With one: there is no such server.
    if (isSynnefoApiError(error) && error.status === 404 && error.rawBody === '') return false
    throw error
  }
}
