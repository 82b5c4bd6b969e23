import {
  EVENT_RESOURCE_DEFINITION_READY,
  EVENT_RESOURCE_DEPLOYMENT_STATE,
  EVENT_RESOURCE_STATE,
  EVENT_SNAPSHOT_DEPLOYMENT,
  EVENT_VOLUME_DISK_STATE,
} from '@x/linstor-wire/constants'
import { encodeEventRscState } from '@x/linstor-wire/messages/eventdata/EventRscState'
import { encodeEventVlmDiskState } from '@x/linstor-wire/messages/eventdata/EventVlmDiskState'
import { encodeEventRscDeploymentState } from '@x/linstor-wire/messages/v2/eventdata/EventRscDeploymentState'
import { encodeEventRscDfnReady } from '@x/linstor-wire/messages/v2/eventdata/EventRscDfnReady'
import { encodeEventSnapshotDeployment } from '@x/linstor-wire/messages/v2/eventdata/EventSnapshotDeployment'
import type { ReplyInput } from '../protocol/ReplyInput.js'
import { toApiCallResponse } from '../protocol/toApiCallResponse.js'
import type { Cluster } from './Cluster.js'
import type { Rsc, RscDfn, Snapshot, Vlm } from './objects.js'

/** Tells watches what has become of an object. */
export const publish = {
  diskState({ streams }: Cluster, rsc: Rsc, vlm: Vlm): void {
    const { diskState } = vlm
    if (diskState !== undefined) streams.set(volumeId(rsc, vlm), encodeEventVlmDiskState({ diskState }).finish())
  },
  /** And how many resources of the definition are ready, which is repeated with every state. */
  rscState(cluster: Cluster, rsc: Rsc): void {
    const upToDate = cluster.apiVersion === 2 ? undefined : isUpToDate(rsc)
    const value = encodeEventRscState({ ready: rsc.ready, inUse: rsc.inUse, upToDate }).finish()
    cluster.streams.set({ ...rscId(rsc), eventName: EVENT_RESOURCE_STATE }, value)
    publish.dfnReady(cluster, rsc.dfn)
  },
  deployment(cluster: Cluster, rsc: Rsc, reply: ReplyInput): void {
    const value = encodeEventRscDeploymentState({ responses: [toApiCallResponse(reply)] }).finish()
    cluster.streams.set({ ...rscId(rsc), eventName: EVENT_RESOURCE_DEPLOYMENT_STATE }, value)
  },
  dfnReady({ streams }: Cluster, dfn: RscDfn): void {
    const value = readyMessage([...dfn.rscs.values()])
    streams.set({ eventName: EVENT_RESOURCE_DEFINITION_READY, resource: dfn.name }, value, () => initialReady(dfn))
  },
  /** The streams of a resource end; it is no longer part of its definition. */
  rscClosed(cluster: Cluster, rsc: Rsc, why: 'removed' | 'no connection'): void {
    for (const vlm of rsc.vlms.values()) cluster.streams.close(volumeId(rsc, vlm), why)
    cluster.streams.close({ ...rscId(rsc), eventName: EVENT_RESOURCE_STATE }, why)
    cluster.streams.close({ ...rscId(rsc), eventName: EVENT_RESOURCE_DEPLOYMENT_STATE }, why)
  },
  dfnClosed({ streams }: Cluster, dfn: RscDfn): void {
    streams.close({ eventName: EVENT_RESOURCE_DEFINITION_READY, resource: dfn.name }, 'removed')
  },
  volumeClosed: ({ streams }: Cluster, rsc: Rsc, vlm: Vlm): void => streams.close(volumeId(rsc, vlm), 'removed'),
  snapshotTaken({ streams }: Cluster, dfn: RscDfn, snapshot: Snapshot, reply: ReplyInput): void {
    const id = { eventName: EVENT_SNAPSHOT_DEPLOYMENT, resource: dfn.name, snapshot: snapshot.name } as const
    streams.set(id, encodeEventSnapshotDeployment({ responses: [toApiCallResponse(reply)] }).finish())
    streams.close(id, 'removed')
  },
}

const rscId = ({ node, dfn }: Rsc) => ({ node: node.name, resource: dfn.name })
const volumeId = (rsc: Rsc, vlm: Vlm) => ({
  ...rscId(rsc),
  eventName: EVENT_VOLUME_DISK_STATE,
  volume: vlm.dfn.number,
})

const isUpToDate = (rsc: Rsc): boolean => [...rsc.vlms.values()].every(({ diskState }) => diskState === 'UpToDate')

const readyMessage = (rscs: readonly Rsc[]): Uint8Array =>
  encodeEventRscDfnReady({ readyCount: rscs.filter(({ ready }) => ready).length, errorCount: 0 }).finish()

// A new watch is told the count anew for each state of each resource that the controller goes through, twice.
function initialReady(dfn: RscDfn): Uint8Array[] {
  const rscs = [...dfn.rscs.values()]
  return rscs.flatMap((_, index) => {
    const message = readyMessage(rscs.slice(0, index + 1))
    return [message, message]
  })
}
