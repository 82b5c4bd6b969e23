import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Volume } from '../../schemas/Volume.js'
import { waitUntil } from '../../waits/statusWaits.js'
import { volumeSubject } from '../../waits/volumeSubject.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'

/** What {@link waitVolumeUntil} takes. */
export interface WaitVolumeUntilParameters extends WaitParameters<Volume> {
  /** Which volume. */
  volumeId: Id
  /** The status to wait for, in any case. @default 'in_use' */
  targetStatus?: string | undefined
}

/**
 * Waits until a volume has a status.
 *
 * Looks every second, for at most 100 s, unless the parameters say otherwise. Nothing is left behind when it ends.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to wait for, how often to look and when to give up.
 * @param options - `signal` ends the wait; the rest goes to every look.
 * @returns The volume as it was seen last.
 * @throws {WaitTimeoutError} when it takes too long; `last` is what was seen last.
 * @throws {WaitFailedError} when the volume comes into an error status or is deleted.
 * @throws {SynnefoApiError} when the service refuses.
 * @example
 * const volume = await waitVolumeUntil(client, { volumeId })
 */
export function waitVolumeUntil(
  client: CycladesClient,
  parameters: WaitVolumeUntilParameters,
  options: HttpCallOptions = {},
): Promise<Volume> {
  const { volumeId, targetStatus = 'in_use', ...wait } = parameters
  return waitUntil(volumeSubject(client, 'waitVolumeUntil', volumeId, options), targetStatus, wait, options)
}
