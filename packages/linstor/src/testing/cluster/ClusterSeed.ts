/** What is there when a fake controller starts. Everything is deployed already. */
export interface ClusterSeed {
  /** @default none */
  nodes?: readonly NodeSeed[] | undefined
  /** Names of nodes that no satellite runs on: they are offline, those created later included. @default none */
  unreachable?: readonly string[] | undefined
  /** @default those that storage pools need */
  storagePoolDefinitions?: readonly StoragePoolDefinitionSeed[] | undefined
  /** @default none */
  storagePools?: readonly StoragePoolSeed[] | undefined
  /** @default none */
  resourceDefinitions?: readonly ResourceDefinitionSeed[] | undefined
  /** @default none */
  resources?: readonly ResourceSeed[] | undefined
  /** @default none */
  snapshots?: readonly SnapshotSeed[] | undefined
  /** Properties of the controller, besides those that it always has. @default none */
  props?: Readonly<Record<string, string>> | undefined
  /** @default none */
  errorReports?: readonly ErrorReportSeed[] | undefined
  /** The master passphrase, not yet entered. @default none was created */
  passphrase?: string | undefined
  /**
   * `MAC` is what a real controller starts with; it refuses some calls to clients that did not sign in.
   *
   * @default 'NO_SECURITY'
   */
  securityLevel?: 'NO_SECURITY' | 'RBAC' | 'MAC' | undefined
  /** Whether nothing but `SignIn` is open to a client that did not sign in. @default false */
  authenticationRequired?: boolean | undefined
  /** Who can sign in. @default nobody */
  identities?: readonly IdentitySeed[] | undefined
  /**
   * Whether a property key of less than 11 characters (`Aux/site`) on a node or storage pool makes its satellite go
   * offline, as on LINSTOR 0.6.0.
   *
   * @default false
   */
  shortKeysBreakSatellites?: boolean | undefined
}

/** A node. */
export interface NodeSeed {
  name: string
  /** `Controller`, `Satellite`, `Combined` or `Auxiliary`. @default 'Satellite' */
  type?: string | undefined
  /** Address of its interface `default`. @default '127.0.0.1' */
  address?: string | undefined
  /** Port of its satellite. @default 3366 */
  port?: number | undefined
  /** @default none */
  props?: Readonly<Record<string, string>> | undefined
  /**
   * Size in KiB of each volume group, `group/thin pool` and zpool of the node; a storage pool on anything else can't be
   * read. @default there is whatever a storage pool names, of 20971520 KiB
   */
  storage?: Readonly<Record<string, number | bigint>> | undefined
}

/** A storage pool definition. */
export interface StoragePoolDefinitionSeed {
  name: string
  /** @default none */
  props?: Readonly<Record<string, string>> | undefined
}

/** A storage pool. */
export interface StoragePoolSeed {
  node: string
  name: string
  /** @default 'LvmDriver' */
  driver?: string | undefined
  /** Volume group, `group/thin pool` or zpool, put into the properties of the driver. @default none */
  source?: string | undefined
  /** @default none */
  props?: Readonly<Record<string, string>> | undefined
}

/** A resource definition. */
export interface ResourceDefinitionSeed {
  name: string
  /** @default the lowest from 7000 on that is free */
  port?: number | undefined
  /** @default none */
  props?: Readonly<Record<string, string>> | undefined
  /** @default none */
  volumes?: readonly VolumeDefinitionSeed[] | undefined
}

/** A volume definition. */
export interface VolumeDefinitionSeed {
  sizeKib: number | bigint
  /** @default the lowest that is free */
  number?: number | undefined
  /** @default the lowest from 1000 on that is free */
  minor?: number | undefined
  /** @default none */
  props?: Readonly<Record<string, string>> | undefined
}

/** A resource on a node. */
export interface ResourceSeed {
  node: string
  /** Name of its definition. */
  name: string
  /** @default the one that its properties or those of its definition name */
  storagePool?: string | undefined
  /** @default false */
  diskless?: boolean | undefined
  /** @default none */
  props?: Readonly<Record<string, string>> | undefined
}

/** A snapshot that was taken. */
export interface SnapshotSeed {
  resource: string
  name: string
  /** @default all nodes that have the resource with a disk */
  nodes?: readonly string[] | undefined
}

/** An error report. */
export interface ErrorReportSeed {
  /** Eight hexadecimal digits, `-`, six digits. @default those of the run, and a number that counts per node */
  id?: string | undefined
  /** Name of the node that wrote it. @default 'Controller' */
  node?: string | undefined
  description: string
  /** The whole report. @default one that holds the description */
  text?: string | undefined
  /** Milliseconds since 1970. @default now */
  timeMs?: number | undefined
}

/** Somebody who can sign in. */
export interface IdentitySeed {
  name: string
  password: string
  /** @default 'SYSADM' */
  role?: string | undefined
}
