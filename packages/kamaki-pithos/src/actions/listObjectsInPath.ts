import type { HttpCallOptions } from '@x/core-errors'
import type { PithosClient } from '../createPithosClient.js'
import type { ObjectEntry } from '../entries/ObjectEntry.js'
import type { ContainerTarget } from '../internal/Target.js'
import { createListing } from '../listing/createListing.js'
import type { Listing } from '../listing/Listing.js'
import { listObjects } from './listObjects.js'

/** What {@link listObjectsInPath} takes. */
export interface ListObjectsInPathParameters extends ContainerTarget {
  /** The path, with or without a slash at its end. */
  pathPrefix: string
}

/**
 * The objects directly below a path: what lies deeper is left out.
 *
 * @param client - A client from {@link createPithosClient}.
 * @param parameters - What to list.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns A listing; nothing is asked before it is iterated.
 * @throws {SynnefoApiError} while iterating, when the service refuses.
 * @throws {ProtocolError} while iterating, when an answer is no listing.
 * @see Synnefo 0.21, object-store API 1.0, `GET /{account}/{container}?path=`
 * @example
 * for await (const { name } of listObjectsInPath(client, { pathPrefix: 'photos' })) console.log(name)
 */
export function listObjectsInPath(
  client: PithosClient,
  parameters: ListObjectsInPathParameters,
  options: HttpCallOptions = {},
): Listing<ObjectEntry> {
  const { pathPrefix, ...target } = parameters
  return createListing(async function* () {
    for await (const page of listObjects(client, { ...target, path: pathPrefix }, options).pages()) {
      yield page.filter((entry): entry is ObjectEntry => entry.name !== undefined)
    }
  })
}
