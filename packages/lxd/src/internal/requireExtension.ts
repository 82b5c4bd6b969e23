import type { CallOptions } from '@x/core-errors'
import { LxdExtensionError } from '../errors/LxdExtensionError.js'
import type { LxdClient } from '../LxdClient.js'
import { serverExtensions } from '../serverExtensions.js'
import { extensionCache } from './extensionCache.js'

/**
 * Passes when the server has an extension. What is remembered of the server is checked again before it is refused: it
 * may have been upgraded since.
 *
 * @throws {LxdExtensionError}
 */
export async function requireExtension(
  client: LxdClient,
  extension: string,
  operation: string,
  options: CallOptions = {},
): Promise<void> {
  const { signal, timeoutMs } = options
  const remembered = await extensionCache.get(client.transport)
  if (remembered?.has(extension)) return
  if ((await serverExtensions(client, { signal, timeoutMs, refresh: true })).has(extension)) return
  throw new LxdExtensionError(extension, operation)
}
