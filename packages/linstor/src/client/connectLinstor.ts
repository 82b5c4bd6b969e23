import type { CallOptions } from '@x/core-errors'
import { createLinstor } from './createLinstor.js'
import type { Linstor } from './Linstor.js'
import type { LinstorClientParameters } from './LinstorClientParameters.js'

/** Options of {@link connectLinstor}: those of a client, and those of its first call. */
export interface ConnectLinstorOptions extends Omit<LinstorClientParameters, 'uri'>, Pick<CallOptions, 'signal'> {}

/**
 * Connects to a controller, the first of the named ones that answers, and makes a client with every call as a method.
 *
 * @param uri - `linstor://host[:port]` or `linstor+ssl://host[:port]`, several with commas in between or as a list.
 * @param options - `signal` gives up on connecting; the rest is as in {@link createLinstor}.
 * @throws {ConfigurationError} when a parameter can't be used.
 * @throws {NoControllerError} when none of the controllers can be reached.
 * @throws {VersionMismatchError} when one answers and speaks another API version.
 * @example
 * await using linstor = await connectLinstor('linstor://node-a,node-b')
 * const replies = await linstor.nodeCreate({ nodeName: 'alpha', nodeType: 'Satellite', ip: '192.0.2.1' })
 */
export async function connectLinstor(
  uri: string | readonly string[],
  { signal, ...parameters }: ConnectLinstorOptions = {},
): Promise<Linstor> {
  const linstor = createLinstor({ ...parameters, uri })
  try {
    await linstor.connect({}, { signal })
    return linstor
  } catch (error) {
    await linstor.close()
    throw error
  }
}
