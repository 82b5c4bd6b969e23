import type { MsgErrorReport } from '@x/linstor-wire/messages/MsgErrorReport'
import type { Node } from '@x/linstor-wire/messages/Node'
import type { NodeConn } from '@x/linstor-wire/messages/NodeConn'
import type { Rsc } from '@x/linstor-wire/messages/Rsc'
import type { RscConn } from '@x/linstor-wire/messages/RscConn'
import type { RscDfn } from '@x/linstor-wire/messages/RscDfn'
import type { RscState } from '@x/linstor-wire/messages/RscState'
import type { SnapshotDfn } from '@x/linstor-wire/messages/SnapshotDfn'
import type { StorPool } from '@x/linstor-wire/messages/StorPool'

/** What a fake controller holds at one moment, in the messages of its lists. */
export interface FakeLinstorState {
  readonly nodes: readonly Node[]
  readonly storagePools: readonly StorPool[]
  readonly resourceDefinitions: readonly RscDfn[]
  readonly resources: readonly Rsc[]
  readonly resourceStates: readonly RscState[]
  readonly snapshots: readonly SnapshotDfn[]
  readonly nodeConnections: readonly NodeConn[]
  readonly resourceConnections: readonly RscConn[]
  /** Properties of the controller. */
  readonly props: Readonly<Record<string, string>>
  readonly errorReports: readonly MsgErrorReport[]
}
