import { ConfigurationError, type HttpCallOptions } from '@x/core-errors'
import type { ObjectWritten } from '../Answer.js'
import type { PithosClient } from '../createPithosClient.js'
import { resolveTarget } from '../internal/resolveTarget.js'
import type { ObjectTarget } from '../internal/Target.js'
import { getObjectInfo } from './getObjectInfo.js'
import { objectPost } from './objectPost.js'

/** What {@link truncateObject} takes. */
export interface TruncateObjectParameters extends ObjectTarget {
  /** How many bytes are left; at most as many as there are. */
  uptoBytes: number
}

/**
 * Cuts an object to a number of bytes. Makes a version, unless it has that many already.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - Which object is cut where.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns The new version.
 * @throws {ConfigurationError} when the object is shorter, or the number is none.
 * @throws {NotFoundError} when there is no such object.
 * @see Synnefo 0.21, object-store API 1.0, `POST /{account}/{container}/{object}` with `X-Object-Bytes`
 * @example
 * await truncateObject(client, { obj: 'log.txt', uptoBytes: 0 })
 */
export async function truncateObject(
  client: PithosClient,
  parameters: TruncateObjectParameters,
  options: HttpCallOptions = {},
): Promise<ObjectWritten> {
  const { uptoBytes, ...target } = parameters
  if (!Number.isSafeInteger(uptoBytes) || uptoBytes < 0) {
    throw new ConfigurationError(`uptoBytes must be a whole number of at least 0, not ${uptoBytes}`, {
      path: 'uptoBytes',
    })
  }
  const { account, container, obj } = await resolveTarget(client, 'object', target, options)
  const info = await getObjectInfo(client, target, options)
  if (info.bytes !== undefined && uptoBytes > info.bytes) {
    throw new ConfigurationError(`The object has ${info.bytes} bytes and can't be cut to ${uptoBytes}`, {
      path: 'uptoBytes',
    })
  }
  if (info.bytes === uptoBytes) return { status: 200, headers: info.headers, version: info.version, etag: info.etag }
  return objectPost(
    client,
    {
      ...target,
      contentRange: `bytes 0-${Math.max(0, uptoBytes - 1)}/*`,
      contentType: info.contentType || 'application/octet-stream',
      objectBytes: uptoBytes,
      sourceObject: `/${container}/${obj}`,
      sourceAccount: account,
    },
    options,
  )
}
