import type { HttpCallOptions } from '@x/core-errors'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Snapshot } from '../../schemas/Snapshot.js'
import { snapshotSubject } from '../../waits/snapshotSubject.js'
import { waitUntil } from '../../waits/statusWaits.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'

/** What {@link waitSnapshotUntil} takes. */
export interface WaitSnapshotUntilParameters extends WaitParameters<Snapshot> {
  /** Which snapshot. */
  snapshotId: string
  /** The status to wait for, in any case. @default 'AVAILABLE' */
  targetStatus?: string | undefined
}

/**
 * Waits until a snapshot has a status.
 *
 * Looks every second, for at most 100 s, unless the parameters say otherwise. Nothing is left behind when it ends.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to wait for, how often to look and when to give up.
 * @param options - `signal` ends the wait; the rest goes to every look.
 * @returns The snapshot as it was seen last.
 * @throws {WaitTimeoutError} when it takes too long; `last` is what was seen last.
 * @throws {WaitFailedError} when the snapshot comes into an error status or is deleted.
 * @throws {SynnefoApiError} when the service refuses.
 * @example
 * const snapshot = await waitSnapshotUntil(client, { snapshotId })
 */
export function waitSnapshotUntil(
  client: CycladesClient,
  parameters: WaitSnapshotUntilParameters,
  options: HttpCallOptions = {},
): Promise<Snapshot> {
  const { snapshotId, targetStatus = 'AVAILABLE', ...wait } = parameters
  return waitUntil(snapshotSubject(client, 'waitSnapshotUntil', snapshotId, options), targetStatus, wait, options)
}
