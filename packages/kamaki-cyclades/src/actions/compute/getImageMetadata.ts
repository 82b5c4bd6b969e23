import type { HttpCallOptions } from '@x/core-errors'
import { requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'

const values = z.record(z.string(), z.string())
const all = z.looseObject({ metadata: values })
const one = z.looseObject({ meta: values })

/** What {@link getImageMetadata} takes. */
export interface GetImageMetadataParameters {
  /** Which image. */
  imageId: string
  /** Which key. @default all */
  key?: string | undefined
}

/**
 * The metadata of an image: all of it, or one key.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Whose, and which key.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns An object with that key alone when one was asked for.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, compute API 2.0, `GET /images/{imageId}/metadata/{key}`
 * @example
 * const { os } = await getImageMetadata(client, { imageId })
 */
export async function getImageMetadata(
  client: CycladesClient,
  parameters: GetImageMetadataParameters,
  options: HttpCallOptions = {},
): Promise<Record<string, string>> {
  const { imageId, key = '' } = parameters
  const request = {
    ...options,
    operation: 'getImageMetadata',
    service: 'compute',
    method: 'GET',
    success: [200],
    idempotent: true,
  } as const
  const path = ['images', imageId, 'metadata']
  if (key === '') return (await requestJson(client.session, { ...request, path, schema: all })).metadata
  return (await requestJson(client.session, { ...request, path: [...path, key], schema: one })).meta
}
