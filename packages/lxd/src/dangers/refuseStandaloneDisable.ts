import { clusterGet } from '../actions/clusterGet.js'
import { LxdDangerError } from '../errors/LxdDangerError.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'

/**
 * Keeps `enabled: false` from a server that is in no cluster: LXD 5.0 answers 200, then erases its whole database (pools,
 * instances, images, profiles, projects) and restarts.
 *
 * @throws {LxdDangerError} unless `force` is set.
 * @see LXD 5.0.2, observed
 */
export async function refuseStandaloneDisable(
  client: LxdClient,
  { enabled }: { enabled?: boolean | undefined },
  { force, signal, timeoutMs }: LxdCallOptions,
): Promise<void> {
  if (enabled === true || force === true) return
  if ((await clusterGet(client, {}, { signal, timeoutMs })).enabled) return
  throw new LxdDangerError('clusterPut', 'would erase the database of a server that is in no cluster')
}
