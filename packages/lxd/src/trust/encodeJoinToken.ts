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
  serverName: z.string(),
  expiresAt: timestamp,
})

/** Writes the token that an operation offers to a server that is to join a cluster. @throws {ProtocolError} */
export function encodeJoinToken({ id, metadata }: Operation): string {
  const read = z.safeParse(offer, metadata)
  if (!read.success)
    throw new ProtocolError(`clusterMembersPost: operation ${id} offers no join token`, { path: 'metadata' })
  const { serverName, fingerprint, addresses, secret, expiresAt } = read.data
  return toBase64Json({ server_name: serverName, fingerprint, addresses, secret, expires_at: expiresAt })
}
