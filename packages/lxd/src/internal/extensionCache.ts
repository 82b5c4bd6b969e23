import type { LxdTransport } from '../transport/LxdTransport.js'

/** What is remembered of each server's extensions, shared by all clients of one transport. */
export const extensionCache = new WeakMap<LxdTransport, Promise<ReadonlySet<string>>>()
