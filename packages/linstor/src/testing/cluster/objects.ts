/** A node and what is on it. */
export interface Node {
  readonly uuid: string
  readonly name: string
  /** In capitals, as the controller answers it. */
  type: string
  readonly props: Map<string, string>
  readonly flags: Set<string>
  readonly netInterfaces: Map<string, NetInterface>
  readonly storPools: Map<string, StorPool>
  /** By the name of the resource definition; the same objects as there. */
  readonly rscs: Map<string, Rsc>
  /** Absent where nodes have none, as those of type Controller. */
  satellite: Satellite | undefined
  /** Free space by volume group, `group/thin pool` or zpool, in KiB. Undefined when there is whatever is asked for. */
  readonly storage: ReadonlyMap<string, bigint> | undefined
}

/** The satellite of a node. A `stalled` one is connected and never finishes its work. */
export interface Satellite {
  state: 'online' | 'offline' | 'stalled'
  /** Work that it does when it is online again. */
  readonly waiting: (() => void)[]
}

/** A network interface. */
export interface NetInterface {
  readonly uuid: string
  readonly name: string
  address: string
  port: number | undefined
  /** In capitals. */
  encryption: string | undefined
}

/** A storage pool definition. */
export interface StorPoolDfn {
  readonly uuid: string
  readonly name: string
  readonly props: Map<string, string>
}

/** A storage pool. */
export interface StorPool {
  readonly uuid: string
  readonly node: Node
  readonly dfn: StorPoolDfn
  readonly driver: string
  readonly props: Map<string, string>
  readonly freeSpaceManager: string | undefined
}

/** A resource definition and what belongs to it. */
export interface RscDfn {
  readonly uuid: string
  readonly name: string
  port: number
  readonly secret: string
  readonly flags: Set<string>
  readonly props: Map<string, string>
  readonly vlmDfns: Map<number, VlmDfn>
  /** By the name of the node. */
  readonly rscs: Map<string, Rsc>
  readonly snapshots: Map<string, Snapshot>
  readonly rscConns: Map<string, Connection>
  readonly vlmConns: Map<string, Connection>
}

/** A volume definition. */
export interface VlmDfn {
  readonly uuid: string
  readonly number: number
  sizeKib: bigint
  minor: number
  readonly flags: Set<string>
  readonly props: Map<string, string>
}

/** A resource on a node. */
export interface Rsc {
  readonly uuid: string
  readonly node: Node
  readonly dfn: RscDfn
  readonly nodeId: number
  readonly flags: Set<string>
  readonly props: Map<string, string>
  readonly vlms: Map<number, Vlm>
  inUse: boolean
  ready: boolean
}

/** A volume on a node. */
export interface Vlm {
  readonly uuid: string
  readonly dfn: VlmDfn
  pool: StorPool
  readonly flags: Set<string>
  readonly props: Map<string, string>
  /** Undefined until the satellite has reported one. */
  diskState: string | undefined
}

/** A snapshot of a resource, on all its nodes. */
export interface Snapshot {
  readonly uuid: string
  readonly name: string
  readonly flags: Set<string>
  readonly nodes: readonly Node[]
  readonly volumes: readonly { readonly number: number; readonly sizeKib: bigint }[]
}

/** Properties of two nodes, or of a resource or a volume on two nodes. */
export interface Connection {
  readonly uuid: string
  readonly first: string
  readonly second: string
  /** Only of volumes. */
  readonly volume: number | undefined
  readonly props: Map<string, string>
  readonly flags: Set<string>
  port: number | undefined
}
