import type { Cluster } from './Cluster.js'
import { keyOf } from './keyOf.js'
import { lowestFree } from './lowestFree.js'
import type { RscDfn } from './objects.js'
import { portsInUse } from './portsInUse.js'
import { rangeStart } from './rangeStart.js'

/** What a resource definition is made of. */
export interface RscDfnParts {
  readonly name: string
  /** @default the lowest of the range that is free */
  readonly port?: number | undefined
  /** @default random */
  readonly secret?: string | undefined
}

/** Adds a resource definition that does not exist yet. */
export function createRscDfn(cluster: Cluster, { name, port, secret }: RscDfnParts): RscDfn {
  const first = rangeStart(cluster, 'TcpPortAutoRange', 7_000)
  const dfn: RscDfn = {
    uuid: crypto.randomUUID(),
    name,
    port: port ?? lowestFree(first, portsInUse(cluster)),
    secret: secret ?? Buffer.from(crypto.getRandomValues(new Uint8Array(15))).toString('base64'),
    flags: new Set(),
    props: new Map(),
    vlmDfns: new Map(),
    rscs: new Map(),
    snapshots: new Map(),
    rscConns: new Map(),
    vlmConns: new Map(),
  }
  cluster.rscDfns.set(keyOf(name), dfn)
  return dfn
}
