import type { HttpCallOptions } from '@x/core-errors'
import { requestJson, whenGiven } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { type Image, image } from '../../schemas/Image.js'
import { type ImageBrief, imageBrief } from '../../schemas/ImageBrief.js'

// Older servers answer the array itself.
const answer = z.union([z.looseObject({ images: z.array(image) }), z.array(image)])
const briefAnswer = z.union([z.looseObject({ images: z.array(imageBrief) }), z.array(imageBrief)])

/** Which images {@link listPublic} asks for. Current servers check these and then list everything. */
export interface ImageFilters {
  name?: string | undefined
  container_format?: string | undefined
  disk_format?: string | undefined
  status?: string | undefined
  /** Bytes. */
  size_min?: number | string | undefined
  /** Bytes. */
  size_max?: number | string | undefined
}

/** What {@link listPublic} takes. */
export interface ListPublicParameters<D extends boolean = false> {
  /** Whether the images come in full; without it they have neither owner nor location. @default false */
  detail?: D | undefined
  /** Filter the result as well: current servers check these and then list everything. */
  filters?: ImageFilters | undefined
  /**
   * What to sort by: `id`, `name`, `status`, `size`, `disk_format`, `container_format`, `created_at` or `updated_at`; with
   * a dash in front of it, backwards. @default 'created_at'
   */
  order?: string | undefined
}

/**
 * All images that the user can see: own, shared and public ones; in full with `detail`. The name is an old one.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What to ask for.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, image API 1.0 (Plankton), `GET /images/` and `GET /images/detail`
 * @example
 * const mine = (await listPublic(client, { detail: true })).filter((image) => image.owner === uuid)
 */
export async function listPublic<D extends boolean = false>(
  client: CycladesClient,
  parameters: ListPublicParameters<D> = {},
  options: HttpCallOptions = {},
): Promise<(D extends true ? Image : ImageBrief)[]> {
  const { detail, filters = {}, order = '' } = parameters
  const isBackwards = order.startsWith('-')
  const given = Object.entries(filters).map(([key, value]) => [key, whenGiven(value)])
  const body = await requestJson(client.session, {
    ...options,
    operation: 'listPublic',
    service: 'image',
    method: 'GET',
    path: ['images', detail ? 'detail' : { slashes: '' }],
    query: {
      ...Object.fromEntries(given),
      sort_dir: isBackwards ? 'desc' : 'asc',
      sort_key: whenGiven(isBackwards ? order.slice(1) : order),
    },
    success: [200],
    idempotent: true,
    schema: detail ? answer : briefAnswer,
  })
  return (Array.isArray(body) ? body : body.images) as (D extends true ? Image : ImageBrief)[]
}
