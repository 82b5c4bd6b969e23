import type { HttpCallOptions } from '@x/core-errors'
import type { ObjectWritten } from '../Answer.js'
import type { PithosClient } from '../createPithosClient.js'
import { resolveTarget } from '../internal/resolveTarget.js'
import type { ObjectTarget } from '../internal/Target.js'
import { copyObject } from './copyObject.js'
import { getObjectInfo } from './getObjectInfo.js'

/** What {@link restoreObject} takes. */
export interface RestoreObjectParameters extends ObjectTarget {
  /** Id of the version, as `getObjectVersionlist` tells it. */
  version: string | number
}

/**
 * Makes an old version of an object the present one again. Works for deleted objects too. The server takes data and
 * metadata from the version; the content type, which it doesn't, is read and sent along.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - Which version of which object.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns The new version.
 * @throws {NotFoundError} when there is no such version.
 * @see Synnefo 0.21, object-store API 1.0, `PUT /{account}/{container}/{object}` with `X-Source-Version`
 * @example
 * const [first] = await getObjectVersionlist(client, { obj: 'notes/plan.txt' })
 * await restoreObject(client, { obj: 'notes/plan.txt', version: first.version })
 */
export async function restoreObject(
  client: PithosClient,
  parameters: RestoreObjectParameters,
  options: HttpCallOptions = {},
): Promise<ObjectWritten> {
  const { version, ...target } = parameters
  const { account, container, obj } = await resolveTarget(client, 'object', target, options)
  const { contentType } = await getObjectInfo(client, parameters, options)
  return copyObject(
    client,
    {
      account,
      sourceAccount: account,
      srcContainer: container,
      srcObject: obj,
      dstContainer: container,
      sourceVersion: version,
      contentType: contentType || 'application/octet-stream',
    },
    options,
  )
}
