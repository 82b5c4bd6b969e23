import type { SnapshotDfn as SnapshotMessage } from '@x/linstor-wire/messages/SnapshotDfn'
import type { RscDfn, Snapshot } from './objects.js'

/** A snapshot as the lists of the controller have it. LINSTOR 0.6.0 gives its UUID where that of its resource belongs. */
export const describeSnapshot = (dfn: RscDfn, snapshot: Snapshot, apiVersion: 2 | 3): SnapshotMessage => ({
  uuid: snapshot.uuid,
  snapshotName: snapshot.name,
  rscDfnUuid: apiVersion === 2 ? snapshot.uuid : dfn.uuid,
  rscName: dfn.name,
  snapshotDfnFlags: [...snapshot.flags],
  snapshots: snapshot.nodes.map(({ name }) => ({ nodeName: name })),
  snapshotVlmDfns: snapshot.volumes.map(({ number, sizeKib }) => ({ vlmNr: number, vlmSize: sizeKib })),
})
