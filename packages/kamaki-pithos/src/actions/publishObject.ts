import { type HttpCallOptions, ProtocolError } from '@x/core-errors'
import type { PithosClient } from '../createPithosClient.js'
import type { ObjectTarget } from '../internal/Target.js'
import { getObjectInfo } from './getObjectInfo.js'
import { objectPost } from './objectPost.js'

/** What {@link publishObject} takes. */
export interface PublishObjectParameters extends ObjectTarget {}

/**
 * Makes an object readable for everybody who knows its public address. Doing it again keeps the address; taking it back
 * and doing it again makes a new one.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - Which object.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns The public address; it needs no token.
 * @throws {NotFoundError} when there is no such object.
 * @throws {ProtocolError} when the server does not tell the address; only the owner is told.
 * @see Synnefo 0.21, object-store API 1.0, `POST /{account}/{container}/{object}`
 * @example
 * const url = await publishObject(client, { obj: 'notes/plan.txt' })
 */
export async function publishObject(
  client: PithosClient,
  parameters: PublishObjectParameters,
  options: HttpCallOptions = {},
): Promise<string> {
  await objectPost(client, { ...parameters, public: true }, options)
  const { publicUrl } = await getObjectInfo(client, parameters, options)
  if (publicUrl !== undefined) return publicUrl
  throw new ProtocolError('publishObject: the object is published, but the server does not tell its address', {
    operation: 'publishObject',
    path: 'x-object-public',
  })
}
