import type { Rsc, StorPool, VlmDfn } from './objects.js'

/** Registers a volume of a resource. */
export function placeVlm(rsc: Rsc, dfn: VlmDfn, pool: StorPool): void {
  rsc.vlms.set(dfn.number, {
    uuid: crypto.randomUUID(),
    dfn,
    pool,
    flags: new Set(),
    props: new Map(),
    diskState: undefined,
  })
}
