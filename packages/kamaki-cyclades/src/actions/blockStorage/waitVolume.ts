import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import type { Volume } from '../../schemas/Volume.js'
import { volumeSubject } from '../../waits/volumeSubject.js'
import type { WaitParameters } from '../../waits/WaitParameters.js'
import { waitFor } from '../../waits/waitFor.js'

/** What {@link waitVolume} takes. */
export interface WaitVolumeParameters extends WaitParameters<Volume> {
  /** Which volume. */
  volumeId: Id
  /** Whether the volume is as wanted. @default it is no longer `creating` */
  stop?: ((volume: Volume) => boolean) | undefined
}

/**
 * Waits until a volume is as a function wants it; without one, until it is no longer `creating`.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to wait for, how often to look and when to give up.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns The volume as it was seen last.
 * @throws {WaitTimeoutError} when it takes too long; `last` is what was seen last.
 * @throws {WaitFailedError} when the volume comes into an error status or is deleted.
 * @throws {SynnefoApiError} when the service refuses.
 * @example
 * await waitVolume(client, { volumeId, stop: ({ attachments }) => attachments?.length === 0 })
 */
export function waitVolume(
  client: CycladesClient,
  parameters: WaitVolumeParameters,
  options: HttpCallOptions = {},
): Promise<Volume> {
  const { volumeId, stop = ({ status }) => status !== 'creating', ...wait } = parameters
  const subject = volumeSubject(client, 'waitVolume', volumeId, options)
  const failures = [...subject.failures, ...subject.gone]
  const { failFast = true } = wait
  const isDone = (volume: Volume) =>
    stop(volume) && !(failFast && parameters.stop === undefined && failures.includes(volume.status.toLowerCase()))
  return waitFor({ ...subject, wanted: 'to be as wanted', isDone, failures }, wait, options)
}
