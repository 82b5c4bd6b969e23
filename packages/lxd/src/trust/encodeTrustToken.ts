import { ProtocolError } from '@x/core-errors'
import * as z from 'zod/mini'
import { list } from '../internal/schema/list.js'
import { timestamp } from '../internal/schema/timestamp.js'
import { toBase64Json } from '../internal/toBase64Json.js'
import type { Operation } from '../schemas/Operation.js'

const offer = z.looseObject({
  addresses: list(z.string()),
  fingerprint: z.string(),
  secret: z.string(),
  request: z.looseObject({ name: z.string() }),
  expiresAt: timestamp,
})

/** Writes the trust token that an operation of class `token` offers. @throws {ProtocolError} when it offers none. */
export function encodeTrustToken({ id, metadata }: Operation): string {
  const read = z.safeParse(offer, metadata)
  if (!read.success)
    throw new ProtocolError(`certificatesPost: operation ${id} offers no trust token`, { path: 'metadata' })
  const { request, fingerprint, addresses, secret, expiresAt } = read.data
  return toBase64Json({ client_name: request.name, fingerprint, addresses, secret, expires_at: expiresAt })
}
