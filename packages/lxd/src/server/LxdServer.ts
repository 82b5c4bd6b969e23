import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdUpdatable } from '../objects/LxdUpdatable.js'
import type { Server } from '../schemas/Server.js'
import type { ServerPut } from '../schemas/ServerPut.js'

/**
 * The server: what it is, what it can, and how it is configured. `config` can be set. `put()` unsets every key that is not
 * named (but for `user.*`), the address that it listens on included; `patch()` does not.
 */
export type LxdServer = Server & LxdUpdatable<ServerPut>

/** Reads the server. */
export interface LxdServerManager {
  /** @throws {ProtocolError} for a caller who is not trusted: `serverGetUntrusted` reads what such a one may see. */
  get(options?: LxdCallOptions): Promise<LxdServer>
}
