import type { ErrorReportSeed } from './cluster/ClusterSeed.js'
import type { StateChanges } from './cluster/changeState.js'
import type { FakeLinstorState } from './FakeLinstorState.js'
import type { FakeRequest } from './FakeRequest.js'
import type { CallFault } from './faults/CallFault.js'
import type { ConnectionFault } from './faults/ConnectionFault.js'

/** A controller that runs in this process and listens on loopback. */
export interface FakeLinstor extends StateChanges, AsyncDisposable {
  /** Where it listens: `linstor://127.0.0.1:<port>`, or `linstor+ssl://` with TLS. */
  readonly uri: string
  /** What it holds now, as a copy. */
  readonly state: FakeLinstorState
  /** Writes an error report. @returns Its id. */
  addErrorReport(report: ErrorReportSeed): string
  /** The last 10,000 calls, oldest first. */
  readonly requests: readonly FakeRequest[]
  /** How many connections are open. */
  readonly connections: number
  /** Adds a fault that strikes calls to come. */
  failNext(fault: CallFault): void
  /** Adds a fault that strikes connections to come. */
  failNextConnection(fault: ConnectionFault): void
  /** Forgets the faults that have not struck. */
  clearFaults(): void
  /** How many faults have not struck as often as they were meant to. */
  readonly pendingFaults: number
  /** Forgets the recorded calls. */
  clearRequests(): void
  /** Sends bytes as they are on every open connection. */
  send(bytes: Uint8Array): void
  /** Closes every open connection, properly or by resetting it, and goes on listening. */
  dropConnections(how?: 'properly' | 'reset'): void
  /** Listens again on the same port, with everything still there, after {@link stop} or a client's `ControlCtrl`. */
  restart(): Promise<void>
  /** Closes the port and every connection, as a controller that ends. {@link restart} takes it back. */
  stop(): Promise<void>
  /** Closes the port and every connection, and forgets what has not happened yet. Calling it again does nothing. */
  close(): Promise<void>
}
