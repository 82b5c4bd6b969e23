import { instanceGet } from '../actions/instanceGet.js'
import { instanceSnapshotGet } from '../actions/instanceSnapshotGet.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { CopySource } from './copyDefinition.js'

/**
 * Reads what a copy is made of.
 *
 * @param name - Of an instance, or of a snapshot: `instance/snapshot`.
 */
export function readCopySource(
  client: LxdClient,
  name: string,
  project: string | undefined,
  { signal, timeoutMs, headers }: LxdCallOptions,
): Promise<CopySource> {
  const options = { signal, timeoutMs, headers }
  const [instanceName = '', snapshotName] = name.split('/')
  return snapshotName === undefined
    ? instanceGet(client, { instanceName, project }, options)
    : instanceSnapshotGet(client, { instanceName, snapshotName, project }, options)
}
