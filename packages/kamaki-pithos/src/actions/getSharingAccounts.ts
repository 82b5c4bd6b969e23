import type { HttpCallOptions } from '@x/core-errors'
import type { PithosClient } from '../createPithosClient.js'
import type { SharingAccount } from '../entries/SharingAccount.js'
import { wholeNumber } from '../headers/wholeNumber.js'
import { readList } from '../internal/readList.js'
import { send } from '../internal/send.js'
import { createListing } from '../listing/createListing.js'
import type { Listing } from '../listing/Listing.js'

/** What {@link getSharingAccounts} takes. */
export interface GetSharingAccountsParameters {
  /** Sent as the server's documents say; it ignores it. */
  limit?: number | undefined
  /** Sent as the server's documents say; it ignores it. */
  marker?: string | undefined
}

/**
 * The accounts that share something with the user. The server knows no pages here: one answer has them all.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns A listing; nothing is asked before it is iterated.
 * @throws {SynnefoApiError} while iterating, when the service refuses.
 * @throws {ProtocolError} while iterating, when the answer is no listing.
 * @see Synnefo 0.21, object-store API 1.0, `GET /`
 * @example
 * for await (const { name } of getSharingAccounts(client)) console.log(name)
 */
export function getSharingAccounts(
  client: PithosClient,
  parameters: GetSharingAccountsParameters = {},
  options: HttpCallOptions = {},
): Listing<SharingAccount> {
  const { limit, marker } = parameters
  return createListing(async function* () {
    const { items } = await send(
      client,
      {
        ...options,
        operation: 'getSharingAccounts',
        method: 'GET',
        level: 'top',
        target: {},
        query: { format: 'json', limit: wholeNumber('limit', limit), marker },
        success: [200, 204],
        idempotent: true,
      },
      (answer) => readList<SharingAccount>(answer, ['name']),
    )
    yield items
  })
}
