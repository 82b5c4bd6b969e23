import { createdAnswer } from '../protocol/createdAnswer.js'
import type { FakeCall } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolume } from '../state/FakeVolume.js'
import { addVolume } from './addVolume.js'
import { findPool } from './findPool.js'
import { type FoundVolume, findVolume, volumeOf } from './findVolume.js'
import { offerMigration } from './offerMigration.js'
import { parseSize } from './parseSize.js'
import { volumePath, volumeSource } from './volumeDocument.js'
import { devicesOf, instancesUsing } from './volumeUsers.js'

/** Renames a volume, at once, or moves it to another pool or project, in an operation. */
export async function moveVolume(state: FakeState, call: FakeCall): Promise<Response> {
  const body = await call.json('StorageVolumePost')
  const name = body.text('name')
  const type = call.names['type'] ?? ''
  if (name === '') throw new FakeFault(400, 'No name provided')
  if (name.includes('/')) throw new FakeFault(400, 'Storage volume names may not contain slashes')
  if (type !== 'custom') throw new FakeFault(400, `Renaming storage volumes of type "${type}" is not allowed`)
  const found = findVolume(state, call)
  const { pool, volume } = found
  if (body.flag('migration')) return offerMigration(state, found)
  const project = body.text('project') || volume.project
  const movesProject = project !== volume.project
  const target = body.has('pool') || movesProject ? findPool(state, body.text('pool')) : pool
  if (volumeOf(target, project, type, name) !== undefined) {
    throw new FakeFault(409, 'Volume by that name already exists')
  }
  if (instancesUsing(state, pool, volume).some(({ status }) => status !== 'Stopped')) {
    throw new FakeFault(500, 'Volume is still in use by running instances')
  }
  if (target === pool && !movesProject) {
    const old_name = volume.name
    redirect(state, found, name, pool)
    volume.name = name
    const source = volumeSource(pool, volume)
    state.events.lifecycle('storage-volume-renamed', { source, project: volume.project, context: { old_name } })
    return createdAnswer(volumePath(pool, volume))
  }
  const run = () => move(state, found, { name, project, pool: target })
  return state.operations.answer({ description: 'Moving storage volume', project: volume.project, run })
}

interface Destination {
  name: string
  project: string
  pool: FakePool
}

function move(state: FakeState, found: FoundVolume, { name, project, pool }: Destination): void {
  const { volume } = found
  if (!state.projects.some((one) => one.name === project)) {
    const failure = 'NOT NULL constraint failed: storage_volumes.project_id'
    const what = `volume "${name}" for project "${project}" in pool "${pool.name}" of type "custom"`
    throw new FakeFault(400, `Error inserting ${what} into database "${failure}"`)
  }
  redirect(state, found, name, pool)
  addVolume(state, pool, { ...volume, name, project, config: inBytes(volume), backups: [] })
  found.pool.volumes = found.pool.volumes.filter((one) => one !== volume)
  const source = volumeSource(found.pool, volume)
  state.events.lifecycle('storage-volume-deleted', { source, project: volume.project })
}

// The size of a moved block volume is written in bytes. LXD 5.0.2, observed.
function inBytes({ config, contentType }: FakeVolume): Record<string, string> {
  const size = parseSize(config['size'] ?? '')
  return contentType === 'block' && size !== undefined ? { ...config, size: String(size) } : config
}

// The devices of stopped instances and of profiles follow a volume.
function redirect(state: FakeState, { pool, volume }: FoundVolume, name: string, target: FakePool): void {
  for (const { devices, project } of [...state.instances, ...state.profiles]) {
    for (const device of devicesOf(state, pool, volume, devices, project)) {
      device['source'] = name
      device['pool'] = target.name
    }
  }
}
