import { type ConnectLinstorOptions, connectLinstor } from '../client/connectLinstor.js'
import type { Linstor } from '../client/Linstor.js'
import { type ControllersFromEnvironmentParameters, controllersFromEnvironment } from './controllersFromEnvironment.js'

/** Where to look for the controllers, and how to connect to them. */
export interface ConnectLinstorFromEnvironmentOptions
  extends ConnectLinstorOptions,
    ControllersFromEnvironmentParameters {}

/**
 * Connects to a controller that `LS_CONTROLLERS` or the configuration file of the LINSTOR client names.
 *
 * @throws {ConfigurationError} when neither names any.
 * @throws {NoControllerError} when none of them can be reached.
 * @example
 * await using linstor = await connectLinstorFromEnvironment()
 */
export async function connectLinstorFromEnvironment({
  env,
  files,
  ...options
}: ConnectLinstorFromEnvironmentOptions = {}): Promise<Linstor> {
  const { uris } = await controllersFromEnvironment({ env, files })
  return connectLinstor(uris, options)
}
