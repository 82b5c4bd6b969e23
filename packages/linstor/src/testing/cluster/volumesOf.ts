import type { Rsc, StorPool, Vlm } from './objects.js'
import { sorted } from './sorted.js'

/** The volumes in a storage pool. */
export function volumesOf(pool: StorPool): { rsc: Rsc; vlm: Vlm }[] {
  const found: { rsc: Rsc; vlm: Vlm }[] = []
  for (const rsc of sorted(pool.node.rscs)) {
    for (const vlm of rsc.vlms.values()) if (vlm.pool === pool) found.push({ rsc, vlm })
  }
  return found
}
