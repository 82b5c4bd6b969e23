import type { HttpCallOptions } from '@x/core-errors'
import type { ObjectWritten } from '../Answer.js'
import type { PithosClient } from '../createPithosClient.js'
import { resolveTarget } from '../internal/resolveTarget.js'
import type { ObjectTarget } from '../internal/Target.js'
import type { SharingInput } from '../sharing/Sharing.js'
import { objectPut } from './objectPut.js'

/** What {@link createObjectByManifestation} takes. */
export interface CreateObjectByManifestationParameters extends ObjectTarget {
  /** `<container>/<prefix>` of the parts. @default the object's own container and name */
  manifest?: string | undefined
  /** @default 'application/octet-stream' */
  contentType?: string | undefined
  /** How the bytes are encoded, told to whoever reads the object. */
  contentEncoding?: string | undefined
  /** How the object is to be shown, told to whoever reads it. */
  contentDisposition?: string | undefined
  /** MD5 sum of the (empty) data; the server refuses another. */
  etag?: string | undefined
  /** Who else may read and write it. */
  sharing?: SharingInput | undefined
  /** Publishes the object. */
  public?: boolean | undefined
}

/**
 * Makes an object that stands for all objects whose names begin with a prefix, in the order of their names: reading it
 * reads them one after the other.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - The object and its parts.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns The new version.
 * @throws {NotFoundError} when the container does not exist.
 * @see Synnefo 0.21, object-store API 1.0, `PUT /{account}/{container}/{object}` with `X-Object-Manifest`
 * @example
 * await createObjectByManifestation(client, { obj: 'film', manifest: 'parts/film-' })
 */
export async function createObjectByManifestation(
  client: PithosClient,
  parameters: CreateObjectByManifestationParameters,
  options: HttpCallOptions = {},
): Promise<ObjectWritten> {
  const { manifest, sharing, contentType = 'application/octet-stream', ...rest } = parameters
  const { container, obj } = await resolveTarget(client, 'object', parameters, options)
  const parts = manifest ?? `${container}/${obj}`
  return objectPut(client, { ...rest, manifest: parts, permissions: sharing, contentType }, options)
}
