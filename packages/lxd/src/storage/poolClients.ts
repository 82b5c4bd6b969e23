import type { LxdClient } from '../LxdClient.js'

/** Which server a storage pool object belongs to: a volume may be sent to a pool of another. */
export const poolClients = new WeakMap<object, LxdClient>()
