import type { Cluster } from '../cluster/Cluster.js'
import type { FakeRequest } from '../FakeRequest.js'
import type { CallFault } from '../faults/CallFault.js'
import type { CallTable } from '../protocol/CallTable.js'

/** What a server announces when a client connects. */
export interface Announcement {
  readonly version: number
  readonly minVersion: number
  readonly controllerInfo: string
}

/** What all connections of a fake share. */
export interface ServerParts {
  readonly cluster: Cluster
  readonly table: CallTable
  /** Undefined where nothing is announced, as on satellites. */
  readonly announced: Announcement | undefined
  /** Takes note of a call and says what is to go wrong with it. */
  readonly onCall: (request: FakeRequest) => CallFault | undefined
  readonly shutdown: () => void
}
