import type { LinstorClient } from '../client/LinstorClient.js'

/**
 * Closes the connection. Open calls fail, watches end; the next call opens another. May be called at any time.
 *
 * @returns Whether a connection was open. Resolves when it is closed.
 */
export const disconnect = (client: LinstorClient): Promise<boolean> => client.transport.disconnect()
