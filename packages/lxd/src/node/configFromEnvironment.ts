import type { CreateLxdClientParameters } from '../createLxdClient.js'
import { type Environment, localSocketPath } from './localSocketPath.js'

/**
 * Parameters for the local server, from `LXD_SOCKET`, `LXD_DIR` and the usual paths.
 *
 * @example
 * await using lxd = createLxd(configFromEnvironment())
 */
export const configFromEnvironment = (environment: Environment = process.env): CreateLxdClientParameters => ({
  socketPath: localSocketPath(environment),
})
