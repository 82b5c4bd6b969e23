import type { HttpCallOptions } from '@x/core-errors'
import type { ObjectWritten } from '../Answer.js'
import type { PithosClient } from '../createPithosClient.js'
import { type CopyObjectParameters as CopyOrMoveParameters, copyTarget } from '../internal/copyTarget.js'

/** What {@link copyObject} takes. */
export interface CopyObjectParameters extends CopyOrMoveParameters {
  /** Id of the version of the source. Its data and metadata are copied, its content type is not. */
  sourceVersion?: string | number | undefined
}

/**
 * Copies an object, within the account or from another one. No data are transferred. Metadata come along, sharing and
 * publication don't.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - What goes where.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns The new version.
 * @throws {NotFoundError} when the source or a container does not exist.
 * @throws {QuotaExceededError} when there is no room.
 * @see Synnefo 0.21, object-store API 1.0, `PUT /{account}/{container}/{object}` with `X-Copy-From`
 * @example
 * await copyObject(client, { srcContainer: 'pithos', srcObject: 'plan.txt', dstContainer: 'backup' })
 */
export async function copyObject(
  client: PithosClient,
  parameters: CopyObjectParameters,
  options: HttpCallOptions = {},
): Promise<ObjectWritten> {
  return copyTarget(client, parameters, 'copyFrom', options)
}
