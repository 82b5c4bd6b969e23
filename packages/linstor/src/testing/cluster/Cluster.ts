import type { Clock } from '@x/core-errors'
import type { MsgErrorReport } from '@x/linstor-wire/messages/MsgErrorReport'
import type { Scheduler } from './createScheduler.js'
import type { Streams } from './createStreams.js'
import type { Connection, Node, RscDfn, StorPoolDfn } from './objects.js'
import type { Security } from './Security.js'

/** Everything that the controller knows. Names are keys in capitals: see `keyOf`. */
export interface Cluster {
  readonly apiVersion: 2 | 3
  readonly nodes: Map<string, Node>
  readonly storPoolDfns: Map<string, StorPoolDfn>
  readonly rscDfns: Map<string, RscDfn>
  readonly nodeConns: Map<string, Connection>
  /** Properties of the controller. */
  readonly props: Map<string, string>
  readonly errorReports: MsgErrorReport[]
  /** How many each node has written. */
  readonly reportsWritten: Map<string, number>
  /** Start of the ids of error reports: 8 hexadecimal digits that name one run of the controller. */
  readonly processId: string
  readonly security: Security
  readonly streams: Streams
  readonly scheduler: Scheduler
  readonly clock: Clock
  /** How long a satellite takes for a piece of work, in milliseconds. */
  readonly deployMs: number
  /** Names of nodes, in capitals, whose satellites nobody runs. */
  readonly unreachable: ReadonlySet<string>
  readonly quirks: Quirks
}

/** Faults of some release that tests may not want to meet. */
export interface Quirks {
  readonly shortKeysBreakSatellites: boolean
}
