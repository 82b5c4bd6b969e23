import type { HttpCallOptions } from '@x/core-errors'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Snapshot } from '../../schemas/Snapshot.js'
import { snapshotSubject } from '../../waits/snapshotSubject.js'
import { waitWhile } from '../../waits/statusWaits.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'

/** What {@link waitSnapshotWhile} takes. */
export interface WaitSnapshotWhileParameters extends WaitParameters<Snapshot> {
  /** Which snapshot. */
  snapshotId: string
  /** The status to wait away, in any case. @default 'CREATING' */
  currentStatus?: string | undefined
}

/**
 * Waits until a snapshot no longer has a status.
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
 * const snapshot = await waitSnapshotWhile(client, { snapshotId })
 */
export function waitSnapshotWhile(
  client: CycladesClient,
  parameters: WaitSnapshotWhileParameters,
  options: HttpCallOptions = {},
): Promise<Snapshot> {
  const { snapshotId, currentStatus = 'CREATING', ...wait } = parameters
  return waitWhile(snapshotSubject(client, 'waitSnapshotWhile', snapshotId, options), currentStatus, wait, options)
}
