import type { CreateLxdClientParameters, Lxd } from '../../src/index.js'

/** A server that the suites run on: the fake, or a real daemon. Where the two differ, the fake is wrong. */
export interface Target {
  readonly name: string
  /** Opens a client of its own; the scratch closes it. */
  connect(parameters?: Partial<CreateLxdClientParameters>): Lxd
  /** A pool of driver `dir`, which the suites put volumes into and take them out of again. */
  readonly dirPool: string
  /** A pool of driver `btrfs`, where the server has one. */
  readonly btrfsPool: string | undefined
  /** Alias of an image that instances can be made from. */
  readonly image: string
  /** Where the daemon keeps its files, for what it leaves behind; `undefined` when there are none. */
  readonly stateDirectory: string | undefined
  /** Whether it runs in the process of the tests, so that what it keeps counts as theirs. */
  readonly sharesProcess: boolean
  /** Whether its commands can have terminals. */
  readonly hasTerminals: boolean
  /** Whether its commands can run as any user. */
  readonly hasUsers: boolean
}
