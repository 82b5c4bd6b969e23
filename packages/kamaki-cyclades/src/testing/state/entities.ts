/** What every thing of a fake cloud has. */
export interface FakeEntity {
  /** Uuid of the user who made it. */
  readonly user: string
  /** Id of the project that pays. */
  project: string
  shared: boolean
  /** In milliseconds since 1970. */
  readonly created: number
  /** In milliseconds since 1970. */
  updated: number
  deleted: boolean
}

/** A server. */
export interface FakeServer extends FakeEntity {
  readonly id: number
  name: string
  status: string
  /** The task under way; empty when there is none. */
  task: string
  flavor: number
  readonly image: string
  readonly metadata: Record<string, string>
  /** Status of each tag. */
  readonly tags: Map<string, string>
  readonly keys: readonly string[]
  /** Of its administrator, until it is forgotten. */
  password: string | null
  suspended: boolean
  rescued: boolean
  /** When it was or will be built, in milliseconds since 1970. */
  readonly builtAt: number
  /** Whether its CPUs and RAM are charged. */
  running: boolean
}

/** A network. */
export interface FakeNetwork extends Omit<FakeEntity, 'user' | 'project'> {
  readonly id: string
  /** `null` for a public one. */
  readonly user: string | null
  /** `null` for a public one. */
  project: string | null
  name: string
  readonly type: string
  readonly public: boolean
}

/** A subnet. */
export interface FakeSubnet {
  readonly id: string
  readonly network: string
  name: string
  readonly cidr: string
  readonly gateway: string | null
  readonly version: number
  readonly pools: readonly { start: string; end: string }[]
  readonly dhcp: boolean
  readonly nameServers: readonly string[]
  readonly routes: readonly object[]
  readonly slaac: boolean
  readonly updated: number
  deleted: boolean
}

/** A port. */
export interface FakePort {
  readonly id: string
  name: string
  readonly network: string
  readonly user: string
  readonly server: number | null
  status: string
  readonly address: string | null
  readonly floating: boolean
  readonly mac: string
  groups: readonly unknown[]
  firewall: string
  readonly created: number
  updated: number
}

/** A floating IP address. */
export interface FakeFloatingIp extends FakeEntity {
  readonly id: string
  readonly address: string
  readonly network: string
  port: string | null
}

/** A volume. */
export interface FakeVolume extends FakeEntity {
  readonly id: string
  name: string | null
  description: string | null
  status: string
  /** GiB. */
  readonly size: number
  metadata: Record<string, string>
  readonly type: number
  server: number | null
  /** 0 is the root volume of its server. */
  index: number | null
  readonly snapshot: string | null
  readonly image: string | null
}

/** An image, or a snapshot of a volume. */
export interface FakeImage {
  readonly id: string
  name: string
  owner: string
  status: string
  readonly location: string
  readonly checksum: string
  /** Bytes. */
  readonly size: number
  disk_format: string
  container_format: string
  is_public: boolean
  description: string
  readonly properties: Record<string, string>
  readonly members: Set<string>
  /** The volume that it is a snapshot of. */
  readonly volume: string | null
  /** GiB, of a snapshot. */
  readonly volumeSize: number
  /** Metadata of a snapshot. */
  metadata: Record<string, string>
  readonly project: string
  readonly created: number
  updated: number
  deleted: boolean
}

/** A key pair. */
export interface FakeKeypair {
  readonly id: number
  readonly user: string
  readonly name: string
  readonly public_key: string
  readonly created: number
}
