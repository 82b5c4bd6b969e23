import { ConfigurationError } from '@x/core-errors'
import { certificatesPostUntrusted } from '../actions/certificatesPostUntrusted.js'
import { serverGetUntrusted } from '../actions/serverGetUntrusted.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { serverExtensions } from '../serverExtensions.js'
import { decodeTrustToken } from './decodeTrustToken.js'

/** What makes the client's certificate trusted. */
export type AuthenticateParameters =
  | {
      /** A token that an administrator of the server made; blanks around it don't matter. */
      token: string
    }
  | {
      /** The server's trust password (`core.trust_password`), which newer servers don't have. */
      password: string
      /** Name of the certificate in the trust store. @default the server's choice */
      name?: string | undefined
    }

/**
 * Makes the server trust the client's certificate. Does nothing when it does already.
 *
 * @throws {LxdApiError} `forbidden` when the password is wrong, or the token was used or has expired.
 * @throws {ConfigurationError} when the client has no certificate, or the token is none.
 * @see LXD 5.0 REST API, `certificates_post_untrusted`
 */
export async function authenticate(
  client: LxdClient,
  parameters: AuthenticateParameters,
  options: LxdCallOptions = {},
): Promise<void> {
  const token = 'token' in parameters ? parameters.token.replace(/\s+/g, '') : undefined
  if (token !== undefined) decodeTrustToken(token)
  const { auth } = await serverGetUntrusted(client, {}, options)
  if (auth === 'trusted') return
  const { certificate, fetch } = client.config
  if (certificate === undefined && fetch === undefined) {
    throw new ConfigurationError('there is no certificate to be trusted: the client needs certificate and key', {
      operation: 'authenticate',
      path: 'certificate',
    })
  }
  const body = { type: 'client', ...(await proof(client, parameters, token, options)) }
  await certificatesPostUntrusted(client, body, options)
}

// Servers without trust passwords have a field for tokens; the older ones take both as the password.
async function proof(
  client: LxdClient,
  parameters: AuthenticateParameters,
  token: string | undefined,
  options: LxdCallOptions,
): Promise<{ password?: string; trust_token?: string; name?: string }> {
  if ('password' in parameters) {
    const { password, name } = parameters
    return { password, ...(name === undefined ? {} : { name }) }
  }
  if (token === undefined) return {}
  const extensions = await serverExtensions(client, options)
  return extensions.has('explicit_trust_token') ? { trust_token: token } : { password: token }
}
