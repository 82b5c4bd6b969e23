/** What is there when a fake controller starts. */
export interface ClusterSeed {
  /** @default none */
  nodes?: readonly NodeSeed[] | undefined
  /** Names of nodes that no satellite runs on: they are offline, those created later included. @default none */
  unreachable?: readonly string[] | undefined
}

/** A node that is there from the start. */
export interface NodeSeed {
  name: string
  /** `Controller`, `Satellite`, `Combined` or `Auxiliary`. @default 'Satellite' */
  type?: string | undefined
  /** Address of its interface `default`. @default '127.0.0.1' */
  address?: string | undefined
  /** Port of its satellite. @default 3366 */
  port?: number | undefined
}
