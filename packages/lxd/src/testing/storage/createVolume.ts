import { doneAnswer } from '../protocol/doneAnswer.js'
import type { FakeCall } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { JsonBody } from '../protocol/JsonBody.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolume } from '../state/FakeVolume.js'
import { addVolume } from './addVolume.js'
import { copyVolume } from './copyVolume.js'
import { findPool } from './findPool.js'
import { volumeOf, volumeProject } from './findVolume.js'
import { importBackup } from './importBackup.js'
import { withoutEmpty } from './mergeConfig.js'

/** Makes a volume: empty, from another volume, or from a backup. */
export async function createVolume(state: FakeState, call: FakeCall): Promise<Response> {
  const { project, names, request } = call
  const pool = findPool(state, names['poolName'])
  const owner = volumeProject(state, 'custom', project)
  if (request.headers.get('content-type')?.startsWith('application/octet-stream')) {
    return importBackup(state, { pool, project: owner, request })
  }
  const body = await call.json('StorageVolumesPost')
  checkDefinition(body, names['type'])
  const source = body.nested('source')
  const name = body.text('name')
  const kind = source.text('type')
  if (volumeOf(pool, owner, 'custom', name) !== undefined && !(kind === 'copy' && source.flag('refresh'))) {
    throw new FakeFault(409, 'Volume by that name already exists')
  }
  if (kind === 'migration') throw new FakeFault(501, 'the fake does not migrate between servers')
  if (kind !== '' && kind !== 'copy') throw new FakeFault(400, `Unknown source type "${kind}"`)
  // A copy of nothing is an empty volume. LXD 5.0.2, observed.
  if (kind === 'copy' && source.has('name')) return copyVolume(state, { call, body, pool, project: owner })
  addVolume(state, pool, emptyVolume(pool, owner, body))
  return doneAnswer()
}

function checkDefinition(body: JsonBody, typeInPath: string | undefined): void {
  const type = typeInPath ?? body.text('type')
  const name = body.text('name')
  if (name === '') throw new FakeFault(400, 'No name provided')
  if (name.includes('/')) throw new FakeFault(400, 'Storage volume names may not contain slashes')
  if (type === '') throw new FakeFault(400, 'You must provide a storage volume type of the storage volume')
  if (type !== 'custom') {
    throw new FakeFault(400, `Currently not allowed to create storage volumes of type "${type}"`)
  }
}

function emptyVolume(pool: FakePool, project: string, body: JsonBody): FakeVolume {
  const contentType = body.text('content_type') || 'filesystem'
  if (contentType !== 'filesystem' && contentType !== 'block') {
    throw new FakeFault(400, 'Invalid volume content type name')
  }
  return {
    project,
    type: 'custom',
    contentType,
    name: body.text('name'),
    description: body.text('description'),
    config: { ...inheritedConfig(pool), ...withoutEmpty(body.map('config')) },
    snapshots: [],
    backups: [],
    files: new Map(),
  }
}

// `volume.size` of a pool is the `size` of its later volumes.
const inheritedConfig = ({ config }: FakePool): Record<string, string> =>
  Object.fromEntries(
    Object.entries(config)
      .filter(([key]) => key.startsWith('volume.'))
      .map(([key, value]) => [key.slice('volume.'.length), value]),
  )
