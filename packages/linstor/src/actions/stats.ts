import type { LinstorClient } from '../client/LinstorClient.js'
import type { TransportStats } from '../transport/TransportStats.js'

/** What went over the connections of a client so far. Each byte counts once. */
export const stats = (client: LinstorClient): TransportStats => client.transport.stats
