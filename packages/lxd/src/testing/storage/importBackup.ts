import { FakeFault } from '../protocol/FakeFault.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'
import { addVolume } from './addVolume.js'
import { decodeBackup } from './decodeBackup.js'
import { volumeOf } from './findVolume.js'

/** Where a backup goes, and the request that brings it. */
export interface ImportBackupParameters {
  readonly pool: FakePool
  readonly project: string
  readonly request: Request
}

const uniqueColumns = ['storage_pool_id', 'node_id', 'project_id', 'name', 'type']

/** Makes a volume from the bytes of a backup, in an operation. @throws {FakeFault} 500 when they are none. */
export async function importBackup(
  state: FakeState,
  { pool, project, request }: ImportBackupParameters,
): Promise<Response> {
  const decoded = decodeBackup(new Uint8Array(await request.arrayBuffer()))
  const name = request.headers.get('x-lxd-name') || decoded.name
  const run = () => {
    if (volumeOf(pool, project, 'custom', name) !== undefined) {
      const columns = uniqueColumns.map((column) => `storage_volumes.${column}`).join(', ')
      const what = `volume "${name}" for project "${project}" in pool "${pool.name}" of type "custom"`
      const failure = `Error inserting ${what} into database "UNIQUE constraint failed: ${columns}"`
      throw new FakeFault(400, `Create custom volume from backup: ${failure}`)
    }
    addVolume(state, pool, { ...decoded, name, project })
  }
  const resources = { storage_volumes: [`/1.0/storage_volumes/${name}`] }
  return state.operations.answer({ description: 'Restoring custom volume backup', project, resources, run })
}
