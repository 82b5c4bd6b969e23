import type { HttpCallOptions } from '@x/core-errors'
import type { PithosClient } from '../createPithosClient.js'
import type { ListEntry } from '../entries/ObjectEntry.js'
import { headerNumber } from '../info/headerNumber.js'
import { createListing } from '../listing/createListing.js'
import type { Listing } from '../listing/Listing.js'
import { markerAfter } from '../listing/markerAfter.js'
import { mostEntries } from '../listing/mostEntries.js'
import { pagesByMarker } from '../listing/pagesByMarker.js'
import { type ContainerGetParameters, containerGet } from './containerGet.js'

/** What {@link listObjects} takes; `limit` is the size of a page. */
export interface ListObjectsParameters extends ContainerGetParameters {}

/**
 * The objects of a container, all of them, page after page. With `delimiter`, names that go on after it are summed up as
 * `{ subdir }`. Entries are sorted by code point.
 *
 * The server ignores the marker for published objects. Where one answer can't hold them all, they are picked out of the
 * listing of all objects instead.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - What to list.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns A listing; nothing is asked before it is iterated.
 * @throws {SynnefoApiError} while iterating, when the service refuses.
 * @throws {ProtocolError} while iterating, when an answer is no listing.
 * @see Synnefo 0.21, object-store API 1.0, `GET /{account}/{container}`
 * @example
 * for await (const entry of listObjects(client, { prefix: 'photos/' })) console.log(entry.name ?? entry.subdir)
 */
export function listObjects(
  client: PithosClient,
  parameters: ListObjectsParameters = {},
  options: HttpCallOptions = {},
): Listing<ListEntry> {
  return createListing(() =>
    parameters.public ? publicPages(client, parameters, options) : plainPages(client, parameters, options),
  )
}

function plainPages(client: PithosClient, parameters: ListObjectsParameters, options: HttpCallOptions) {
  const { marker: start, limit, prefix, delimiter, path, meta, showOnlyShared, until } = parameters
  const isFiltered = [start, prefix, delimiter, path, meta, until].some(Boolean) || showOnlyShared
  return pagesByMarker<ListEntry>({
    marker: start,
    pageSize: Math.min(limit || mostEntries, mostEntries),
    markerOf: markerAfter,
    nameOf: (entry) => JSON.stringify([entry.name, entry.subdir]),
    fetchPage: async (marker) => {
      const { items, headers } = await containerGet(client, { ...parameters, marker }, options)
      // The count is of all the container's objects: it says how many pages follow only when all are listed.
      return { items, total: isFiltered ? undefined : headerNumber(headers['x-container-object-count']) }
    },
  })
}

async function* publicPages(client: PithosClient, parameters: ListObjectsParameters, options: HttpCallOptions) {
  const { limit: _page, marker: start, ...filters } = parameters
  const { items } = await containerGet(client, filters, options)
  const isAfter = ({ name }: ListEntry) => start === undefined || name === undefined || name > start
  if (items.length < mostEntries) {
    yield start === undefined ? items : items.filter(isAfter)
    return
  }
  for await (const page of plainPages(client, { ...parameters, public: false }, options)) {
    yield page.filter((entry) => entry.name !== undefined && entry.x_object_public !== undefined)
  }
}
