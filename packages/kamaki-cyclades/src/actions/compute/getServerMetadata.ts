import type { HttpCallOptions } from '@x/core-errors'
import { type Id, requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'

const values = z.record(z.string(), z.string())
const all = z.looseObject({ metadata: values })
const one = z.looseObject({ meta: values })

/** What {@link getServerMetadata} takes. */
export interface GetServerMetadataParameters {
  /** Which server. */
  serverId: Id
  /** Which key. @default all */
  key?: string | undefined
}

/**
 * The metadata of a server: all of it, or one key.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Whose, and which key.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns An object with that key alone when one was asked for.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, compute API 2.0, `GET /servers/{serverId}/metadata/{key}`
 * @example
 * const { os } = await getServerMetadata(client, { serverId })
 */
export async function getServerMetadata(
  client: CycladesClient,
  parameters: GetServerMetadataParameters,
  options: HttpCallOptions = {},
): Promise<Record<string, string>> {
  const { serverId, key = '' } = parameters
  const request = {
    ...options,
    operation: 'getServerMetadata',
    service: 'compute',
    method: 'GET',
    success: [200],
    idempotent: true,
  } as const
  const path = ['servers', serverId, 'metadata']
  if (key === '') return (await requestJson(client.session, { ...request, path, schema: all })).metadata
  return (await requestJson(client.session, { ...request, path: [...path, key], schema: one })).meta
}
