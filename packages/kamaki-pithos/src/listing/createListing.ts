import type { Listing } from './Listing.js'

/** Makes a listing out of the way to get its pages; each iteration starts from the first page. */
export function createListing<T>(pages: () => AsyncIterable<readonly T[]>): Listing<T> {
  return {
    pages,
    all: async () => {
      const items: T[] = []
      for await (const page of pages()) for (const item of page) items.push(item)
      return items
    },
    async *[Symbol.asyncIterator]() {
      for await (const page of pages()) yield* page
    },
  }
}
