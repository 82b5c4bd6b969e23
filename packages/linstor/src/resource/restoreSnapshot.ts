import { resourceDfnCreate } from '../actions/resourceDfnCreate.js'
import { snapshotResourceRestore } from '../actions/snapshotResourceRestore.js'
import {
  type SnapshotVolumeDefinitionRestoreParameters,
  snapshotVolumeDefinitionRestore,
} from '../actions/snapshotVolumeDefinitionRestore.js'
import { expectSuccess } from '../call/expectSuccess.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ResourceOptions } from './ResourceOptions.js'
import { removeAgain } from './removeAgain.js'

/** Makes a new resource of a snapshot, on all nodes that have the snapshot. @throws {LinstorApiError} when a step is refused. */
export async function restoreSnapshot(
  client: LinstorClient,
  parameters: SnapshotVolumeDefinitionRestoreParameters,
  { rollback = false, ...options }: ResourceOptions,
): Promise<void> {
  const { toResource: name } = parameters
  expectSuccess(await resourceDfnCreate(client, { name }, options), 'resourceDfnCreate')
  try {
    const volumes = await snapshotVolumeDefinitionRestore(client, parameters, options)
    expectSuccess(volumes, 'snapshotVolumeDefinitionRestore')
    expectSuccess(await snapshotResourceRestore(client, parameters, options), 'snapshotResourceRestore')
  } catch (error) {
    if (rollback) await removeAgain(client, name, options)
    throw error
  }
}
