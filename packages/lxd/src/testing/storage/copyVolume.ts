import { effectiveProject } from '../projects/effectiveProject.js'
import type { FakeCall } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { JsonBody } from '../protocol/JsonBody.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolume, FakeVolumeSnapshot } from '../state/FakeVolume.js'
import { addVolume } from './addVolume.js'
import { findPool } from './findPool.js'
import { noSuchVolume, volumeOf } from './findVolume.js'
import { withoutEmpty } from './mergeConfig.js'

/** What is copied, and to where. */
export interface CopyVolumeParameters {
  readonly call: FakeCall
  readonly body: JsonBody
  readonly pool: FakePool
  readonly project: string
}

/** Copies a volume, or one of its snapshots, in an operation. */
export function copyVolume(state: FakeState, { call, body, pool, project }: CopyVolumeParameters): Response {
  const source = body.nested('source')
  const refresh = source.flag('refresh')
  const sourceProject = source.text('project') || call.project
  const run = () => {
    const from = findPool(state, source.text('pool'))
    const owner = effectiveProject(state, sourceProject, 'features.storage.volumes')
    const { volume, snapshot } = findSource(from, owner, source.text('name'))
    const original = snapshot ?? volume
    const copiesSnapshots = snapshot === undefined && !source.flag('volume_only')
    const copy: FakeVolume = {
      project,
      type: 'custom',
      contentType: volume.contentType,
      name: body.text('name'),
      description: body.text('description') || original.description,
      config: withoutEmpty(body.map('config') ?? original.config),
      snapshots: copiesSnapshots ? structuredClone(volume.snapshots) : [],
      backups: [],
      files: structuredClone(original.files),
    }
    const target = refresh ? volumeOf(pool, project, 'custom', copy.name) : undefined
    if (target === undefined) return addVolume(state, pool, copy)
    target.files = copy.files
    target.snapshots = copy.snapshots
  }
  return state.operations.answer({ description: 'Copying storage volume', project, run })
}

function findSource(
  pool: FakePool,
  project: string,
  name: string,
): { volume: FakeVolume; snapshot: FakeVolumeSnapshot | undefined } {
  const [volumeName = '', snapshotName] = name.split('/')
  const volume = volumeOf(pool, project, 'custom', volumeName)
  const snapshot = volume?.snapshots.find((one) => one.name === snapshotName)
  if (volume === undefined || (snapshotName !== undefined && snapshot === undefined)) {
    const text = noSuchVolume(pool, project, 'custom', name)
    throw new FakeFault(400, `Failed generating volume copy config: ${text}`)
  }
  return { volume, snapshot }
}
