import type { FakeCluster } from '../FakeCluster.js'
import type { CallName } from '../routes.js'
import { attachmentHandlers } from './attachments.js'
import { diskHandlers } from './disks.js'
import { iscsiHandlers } from './iscsi.js'
import { keyValueHandlers } from './keyValue.js'
import { operationHandlers } from './operations.js'
import { placementHandlers } from './placement.js'
import { remoteHandlers } from './remote.js'
import { serviceHandlers } from './services.js'
import { snapshotHandlers } from './snapshots.js'
import { templateHandlers } from './templates.js'
import { transferHandlers } from './transfers.js'
import { volumeHandlers } from './volumes.js'

/** Carries out a call whose arguments have been checked, and answers its `data`. */
export type Handler = (cluster: FakeCluster, parameters: never) => unknown

/** What the fake does for each call. */
export const handlers: Readonly<Record<CallName, Handler>> = {
  ...attachmentHandlers,
  ...diskHandlers,
  ...iscsiHandlers,
  ...keyValueHandlers,
  ...operationHandlers,
  ...placementHandlers,
  ...remoteHandlers,
  ...serviceHandlers,
  ...snapshotHandlers,
  ...templateHandlers,
  ...transferHandlers,
  ...volumeHandlers,
}
