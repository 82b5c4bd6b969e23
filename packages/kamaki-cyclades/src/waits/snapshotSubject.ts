import type { HttpCallOptions } from '@x/core-errors'
import { getSnapshotDetails } from '../actions/blockStorage/getSnapshotDetails.js'
import type { CycladesClient } from '../createCycladesClient.js'
import type { Snapshot } from '../schemas/Snapshot.js'
import type { StatusSubject } from './statusWaits.js'

/** What there is to know about waiting for a snapshot. */
export const snapshotSubject = (
  client: CycladesClient,
  operation: string,
  snapshotId: string,
  options: HttpCallOptions,
): StatusSubject<Snapshot> => ({
  session: client.session,
  operation,
  subject: `snapshot ${snapshotId}`,
  look: () => getSnapshotDetails(client, { snapshotId }, options),
  statusOf: ({ status }) => status,
  failures: ['error'],
  gone: ['deleted'],
  placeholder: (status) => ({ id: String(snapshotId), status }),
})
