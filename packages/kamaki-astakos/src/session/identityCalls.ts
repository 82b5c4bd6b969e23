import type { HttpTransport } from '@x/core-errors/http'
import * as z from 'zod/mini'
import { readApiError } from '../errors/readApiError.js'
import { readJson } from '../http/readJson.js'
import { type Access, access } from '../schemas/Access.js'
import { type CatalogService, catalogService } from '../schemas/CatalogService.js'

const accessAnswer = z.looseObject({ access })
const catalogAnswer = z.looseObject({ access: z.looseObject({ serviceCatalog: z.array(catalogService) }) })

/** What both ways of asking the identity service need. */
export interface IdentityCall {
  readonly transport: HttpTransport
  /** The identity service's address. */
  readonly url: string
  readonly token: string
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs?: number | undefined
  readonly requestId?: string | undefined
}

/**
 * Asks about a token. Changes nothing on the server, so that it may be repeated.
 *
 * @see Synnefo identity API 2.0, `POST /tokens`
 */
export async function fetchAccess(call: IdentityCall, tenantName?: string): Promise<Access> {
  const auth = { token: { id: call.token }, ...(tenantName === undefined ? {} : { tenantName }) }
  const answer = await postTokens(call, 'authenticate', accessAnswer, JSON.stringify({ auth }))
  return answer.access
}

/**
 * Asks for the catalog alone, which the server gives to everybody.
 *
 * @see Synnefo identity API 2.0, `POST /tokens` without a body
 */
export async function fetchCatalog(call: IdentityCall): Promise<readonly CatalogService[]> {
  const answer = await postTokens(call, 'catalog', catalogAnswer)
  return answer.access.serviceCatalog
}

function postTokens<S extends z.ZodMiniType>(
  call: IdentityCall,
  operation: string,
  schema: S,
  body?: string,
): Promise<z.output<S>> {
  const { transport, url, token, ...options } = call
  return transport({
    ...options,
    operation,
    method: 'POST',
    url: `${url}/tokens`,
    headers: { accept: 'application/json', 'content-type': 'application/json', 'x-auth-token': token },
    body,
    idempotent: true,
    read: async (answer) => {
      if (answer.status < 200 || answer.status > 299) throw await readApiError(answer)
      return readJson(answer, schema)
    },
  })
}
