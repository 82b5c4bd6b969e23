import { builtinModule } from '@x/core-errors'

/**
 * A `fetch` that hands out bodies as they come over the wire; `undefined` in browsers.
 *
 * The `fetch` of a runtime undoes what `Content-Encoding` says. In this store that header is a property of the object:
 * undoing it would make blocks that don't fit their hashes, and parts of objects can't be undone at all. Besides, a block
 * that is sent or received is not copied on its way here.
 */
export function wireFetch(): typeof globalThis.fetch | undefined {
  if (builtinModule('node:http') === undefined) return undefined
  return async (input, init) => {
    // Loaded with the first transfer. Bundlers for browsers leave that file out, as the manifest says.
    const { dispatchFetch } = await import('./node/dispatchFetch.js')
    return dispatchFetch(input, init)
  }
}
