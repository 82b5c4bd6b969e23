import type { HttpCallOptions } from '@x/core-errors'
import type { ObjectWritten } from '../Answer.js'
import type { PithosClient } from '../createPithosClient.js'
import { type CopyObjectParameters, copyTarget } from '../internal/copyTarget.js'

/** What {@link moveObject} takes. */
export interface MoveObjectParameters extends CopyObjectParameters {}

/**
 * Moves an object of the user. No data are transferred. Metadata come along, sharing and publication don't.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - What goes where.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns The new version; `version` is a text such as `([9], 43, 43)`.
 * @throws {NotFoundError} when the source or a container does not exist.
 * @throws {SynnefoApiError} 403 when the source is another user's.
 * @see Synnefo 0.21, object-store API 1.0, `PUT /{account}/{container}/{object}` with `X-Move-From`
 * @example
 * await moveObject(client, { srcContainer: 'pithos', srcObject: 'plan.txt', dstContainer: 'trash' })
 */
export async function moveObject(
  client: PithosClient,
  parameters: MoveObjectParameters,
  options: HttpCallOptions = {},
): Promise<ObjectWritten> {
  return copyTarget(client, parameters, 'moveFrom', options)
}
