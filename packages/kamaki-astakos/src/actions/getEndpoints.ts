import type { CallOptions } from '@x/core-errors'
import * as z from 'zod/mini'
import type { AstakosClient } from '../createAstakosClient.js'
import { requestJson } from '../http/requestJson.js'
import { type CatalogService, catalogService } from '../schemas/CatalogService.js'

const answer = z.looseObject({ access: z.looseObject({ serviceCatalog: z.array(catalogService) }) })

/**
 * Asks for the catalog of services alone. Needs no valid token, and always goes to the server: what the session
 * remembers is in `session.catalog()`.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, identity API 2.0, `POST /tokens` without a body
 * @example
 * const names = (await getEndpoints(client)).map((service) => service.name)
 */
export async function getEndpoints(client: AstakosClient, options: CallOptions = {}): Promise<CatalogService[]> {
  const body = await requestJson(client.session, {
    ...options,
    operation: 'getEndpoints',
    service: 'identity',
    method: 'POST',
    path: ['tokens'],
    headers: { 'content-type': 'application/json' },
    idempotent: true,
    schema: answer,
  })
  return body.access.serviceCatalog
}
