import { encodeMsgCrtWatch } from '@x/linstor-wire/messages/MsgCrtWatch'
import type { WatchFilter } from './WatchFilter.js'

/** The request for a watch. */
export const encodeWatch = (
  watchId: number,
  { eventName, nodeName, resourceName, volumeNumber, snapshotName }: WatchFilter,
): { finish(): Uint8Array } =>
  encodeMsgCrtWatch({
    watchId,
    eventName,
    resourceName,
    nodeName,
    filterByVolumeNumber: volumeNumber === undefined ? undefined : true,
    volumeNumber,
    snapshotName,
  })
