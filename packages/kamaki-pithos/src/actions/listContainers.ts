import type { HttpCallOptions } from '@x/core-errors'
import type { PithosClient } from '../createPithosClient.js'
import type { ContainerEntry } from '../entries/ContainerEntry.js'
import { headerNumber } from '../info/headerNumber.js'
import { createListing } from '../listing/createListing.js'
import type { Listing } from '../listing/Listing.js'
import { mostEntries } from '../listing/mostEntries.js'
import { pagesByMarker } from '../listing/pagesByMarker.js'
import { type AccountGetParameters, accountGet } from './accountGet.js'

/** What {@link listContainers} takes; `limit` is the size of a page. */
export interface ListContainersParameters extends AccountGetParameters {}

/**
 * The containers of an account, all of them, page after page. Where the server ignores markers (containers of another
 * account, `showOnlyShared`, `public`) it answers everything at once, and there is one page.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - What to list.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns A listing; nothing is asked before it is iterated.
 * @throws {SynnefoApiError} while iterating, when the service refuses.
 * @throws {ProtocolError} while iterating, when an answer is no listing.
 * @see Synnefo 0.21, object-store API 1.0, `GET /{account}`
 * @example
 * for await (const { name, bytes } of listContainers(client)) console.log(name, bytes)
 */
export function listContainers(
  client: PithosClient,
  parameters: ListContainersParameters = {},
  options: HttpCallOptions = {},
): Listing<ContainerEntry> {
  const { marker: start, limit, showOnlyShared, public: isPublic, until } = parameters
  const isFiltered = showOnlyShared || isPublic || until !== undefined || start !== undefined
  return createListing(() =>
    pagesByMarker<ContainerEntry>({
      marker: start,
      pageSize: Math.min(limit || mostEntries, mostEntries),
      markerOf: ({ name }) => name,
      nameOf: ({ name }) => name,
      fetchPage: async (marker) => {
        const { items, headers } = await accountGet(client, { ...parameters, marker }, options)
        const count = headerNumber(headers['x-account-container-count'])
        // The count is of all the account's containers: it says how many pages follow only when all are listed.
        return { items, total: showOnlyShared || isPublic ? items.length : isFiltered ? undefined : count }
      },
    }),
  )
}
