/** How pages follow each other. */
export interface PagedListing<T> {
  /** Fetches the page after a marker; `total` is how many entries there are in all, where the server says it. */
  readonly fetchPage: (marker: string | undefined) => Promise<{ items: readonly T[]; total?: number | undefined }>
  /** The marker that continues after an entry. */
  readonly markerOf: (item: T) => string
  /** Names an entry: a page that begins with the same one as the page before brings nothing new. */
  readonly nameOf: (item: T) => string
  /** Where to begin. */
  readonly marker?: string | undefined
  /** Entries of a full page: a shorter one is the last, unless the server says that there are more. */
  readonly pageSize: number
}

/**
 * Goes through a listing by markers. Ends on an empty page, on a short one, and when a page brings nothing new: some
 * listings of the server ignore the marker and would go round for ever.
 */
export async function* pagesByMarker<T>(listing: PagedListing<T>): AsyncGenerator<readonly T[], void, undefined> {
  const { fetchPage, markerOf, nameOf, pageSize } = listing
  let { marker } = listing
  let firstBefore: string | undefined
  for (let count = 0; ; ) {
    const { items, total } = await fetchPage(marker)
    const [first, last] = [items[0], items.at(-1)]
    if (first === undefined || last === undefined || nameOf(first) === firstBefore) return
    yield items
    count += items.length
    const isLast = total === undefined ? items.length < pageSize : count >= total
    const next = markerOf(last)
    if (isLast || next === marker) return
    firstBefore = nameOf(first)
    marker = next
  }
}
