import { FLAG_DELETE, KEY_DRBD_CURRENT_GI } from '@x/linstor-wire/constants'
import type { Cluster } from './Cluster.js'
import { lowestFree } from './lowestFree.js'
import { minorsInUse } from './minorsInUse.js'
import type { RscDfn, VlmDfn } from './objects.js'
import { rangeStart } from './rangeStart.js'

/** What a volume definition is made of. */
export interface VlmDfnParts {
  readonly sizeKib: bigint
  /** @default the lowest that is free */
  readonly number?: number | undefined
  /** @default the lowest of the range that is free */
  readonly minor?: number | undefined
  readonly flags?: readonly string[] | undefined
}

/** Adds a volume definition that does not exist yet. */
export function createVlmDfn(cluster: Cluster, dfn: RscDfn, parts: VlmDfnParts): VlmDfn {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  const generation = (BigInt(high) << 32n) | BigInt(low & ~1)
  const vlmDfn: VlmDfn = {
    uuid: crypto.randomUUID(),
    number: parts.number ?? lowestFree(0, dfn.vlmDfns.keys()),
    sizeKib: parts.sizeKib,
    minor: parts.minor ?? lowestFree(rangeStart(cluster, 'MinorNrAutoRange', 1_000), minorsInUse(cluster)),
    flags: new Set(parts.flags?.filter((flag) => flag !== FLAG_DELETE)),
    props: new Map([[KEY_DRBD_CURRENT_GI, generation.toString(16).toUpperCase()]]),
  }
  dfn.vlmDfns.set(vlmDfn.number, vlmDfn)
  return vlmDfn
}
