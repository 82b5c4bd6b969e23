import { createHash } from 'node:crypto'
import type { TestCloud } from './startCloud.js'

/** What of the blocks of a cloud went over the wire. */
export interface BlockTraffic {
  /** How many blocks the server received, or began to. */
  readonly posts: () => number
  /** Hashes of blocks that were sent although the server had them when the request came. */
  readonly needless: () => Promise<string[]>
  /** Ranges that were asked for. */
  readonly ranges: () => string[]
}

/** Watches the requests to a cloud from now on. Blocks must not be longer than the bodies that it records. */
export function watchBlocks({ cloud, store }: TestCloud): BlockTraffic {
  const known: ReadonlySet<string>[] = []
  cloud.clearRequests()
  // A fault that strikes nothing sees every request before the server does.
  cloud.failNext({
    match: ({ method }) => {
      if (method === 'POST') known.push(new Set(store.blocks.keys()))
      return false
    },
  })
  const posts = () => cloud.requests.filter(({ method, search }) => method === 'POST' && search.includes('update'))
  return {
    posts: () => posts().length,
    needless: async () => {
      // Bodies that broke off on the way have no hash.
      const bodies = await Promise.allSettled(posts().map(({ body }) => body()))
      const hashes = bodies.map((body) =>
        body.status === 'fulfilled' ? createHash('sha256').update(body.value).digest('hex') : '',
      )
      return hashes.filter((hash, index) => known[index]?.has(hash))
    },
    ranges: () => cloud.requests.flatMap(({ headers }) => headers.get('range') ?? []),
  }
}
