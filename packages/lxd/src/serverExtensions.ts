import type { CallOptions } from '@x/core-errors'
import { extensionCache } from './internal/extensionCache.js'
import { readEnvelope } from './internal/readEnvelope.js'
import type { LxdClient } from './LxdClient.js'

/**
 * The names of the API extensions that the server has. Asked for once and remembered, for all clients of one transport.
 *
 * @param options - `refresh` asks again.
 * @throws {LxdApiError} when the server refuses.
 * @see LXD 5.0 REST API, `server_get`
 */
export function serverExtensions(
  client: LxdClient,
  options: CallOptions & { refresh?: boolean | undefined } = {},
): Promise<ReadonlySet<string>> {
  const { refresh = false, signal, timeoutMs, requestId } = options
  const remembered = refresh ? undefined : extensionCache.get(client.transport)
  if (remembered !== undefined) return remembered
  const asked = client.transport.send({
    operation: 'serverGet',
    method: 'GET',
    path: '/1.0',
    idempotent: true,
    signal,
    timeoutMs,
    requestId,
    read: async (answer) => extensionsOf((await readEnvelope(answer)).metadata),
  })
  extensionCache.set(client.transport, asked)
  // A failed question is not an answer: the next caller asks again.
  asked.catch(() => extensionCache.get(client.transport) === asked && extensionCache.delete(client.transport))
  return asked
}

function extensionsOf(server: unknown): ReadonlySet<string> {
  const list = typeof server === 'object' && server !== null && 'api_extensions' in server ? server.api_extensions : []
  return new Set(Array.isArray(list) ? list.map(String) : [])
}
