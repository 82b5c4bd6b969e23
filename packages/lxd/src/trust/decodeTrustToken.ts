import { ConfigurationError } from '@x/core-errors'
import * as z from 'zod/mini'
import { list } from '../internal/schema/list.js'
import { timestamp } from '../internal/schema/timestamp.js'
import type { TrustToken } from './TrustToken.js'

const schema: z.ZodMiniType<TrustToken> = z.looseObject({
  client_name: z.string(),
  fingerprint: z.string(),
  addresses: list(z.string()),
  secret: z.string(),
  expires_at: timestamp,
})

/**
 * Reads a trust token, as `certificates.createToken()` or `lxc config trust add` made it. Blanks around and inside it, as
 * copying brings along, are ignored.
 *
 * @throws {ConfigurationError} when the text is no trust token. It is not in the message.
 */
export function decodeTrustToken(token: string): TrustToken {
  try {
    const bytes = Uint8Array.from(atob(token.replace(/\s+/g, '')), (character) => character.charCodeAt(0))
    return z.parse(schema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    // What is wrong with it would be said by quoting it, and it is a secret.
    throw new ConfigurationError('the text is no trust token: it must be base64 of JSON with a secret', {
      path: 'token',
    })
  }
}
