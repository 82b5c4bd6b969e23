import type { HttpCallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { encodeForm } from '../http/encodeForm.js'
import { requestJson } from '../http/requestJson.js'
import { type OAuth2Token, oAuth2Token } from '../schemas/OAuth2Token.js'

/** What {@link getToken} takes. */
export interface GetTokenParameters {
  /** The server knows `authorization_code`. */
  grantType: string
  clientId: string
  clientSecret: string
  /** Further fields of the form: `code`, and `redirect_uri` unless it is the client's first registered one. */
  bodyParams?: Readonly<Record<string, string>> | undefined
}

/**
 * Exchanges a code of OAuth2 for a token. The server takes it over HTTPS only.
 *
 * Sent once: the server forgets the code.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - The client's credentials and the code.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} 400 when the code or the client is not accepted.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, OAuth2 of the account service, `POST /token`
 * @example
 * const { access_token } = await getToken(client, {
 *   grantType: 'authorization_code', clientId, clientSecret, bodyParams: { code },
 * })
 */
export function getToken(
  client: AstakosClient,
  parameters: GetTokenParameters,
  options: HttpCallOptions = {},
): Promise<OAuth2Token> {
  const { grantType, clientId, clientSecret, bodyParams = {} } = parameters
  const credentials = btoa(String.fromCharCode(...new TextEncoder().encode(`${clientId}:${clientSecret}`)))
  return requestJson(client.session, {
    ...options,
    operation: 'getToken',
    service: 'oauth2',
    method: 'POST',
    path: ['token'],
    // Exactly this type: the server refuses the charset that URLSearchParams would add.
    headers: {
      ...options.headers,
      authorization: `Basic ${credentials}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: encodeForm({ ...bodyParams, grant_type: grantType }),
    secrets: [clientSecret, credentials, ...Object.values(bodyParams)],
    idempotent: false,
    schema: oAuth2Token,
  })
}
