import { checkIfMatch } from '../protocol/checkIfMatch.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import { entityTag } from '../protocol/entityTag.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { goTime, zeroTime } from '../protocol/goTime.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolumeSnapshot } from '../state/FakeVolume.js'
import { expiryAfter } from './expiryAfter.js'
import { findPool } from './findPool.js'
import { checkType, findSnapshot, findVolume, noSuchVolume, volumeOf, volumeProject } from './findVolume.js'
import { nextName } from './nextName.js'
import { volumePath, volumeSource } from './volumeDocument.js'

/** Snapshots of volumes. */
export function snapshotHandlers(state: FakeState): FakeHandlers {
  const update = async (call: FakeCall, isPatch: boolean) => {
    const { pool, volume, snapshot } = findSnapshot(state, call)
    const body = await call.json('StorageVolumeSnapshotPut')
    checkIfMatch(call.request, await etagOf(snapshot))
    if (!isPatch || body.has('description')) snapshot.description = body.text('description')
    if (!isPatch || body.has('expires_at')) snapshot.expiresAt = body.time('expires_at')
    const source = volumePath(pool, volume, snapshot.name) // without the project, unlike all other events
    state.events.lifecycle('storage-volume-snapshot-updated', { source, project: volume.project })
    return doneAnswer()
  }
  return {
    storagePoolVolumesTypeSnapshotsGet({ names, project, recursion }) {
      const { poolName, type = '', volumeName = '' } = names
      checkType(type)
      const owner = volumeProject(state, type, project)
      const pool = findPool(state, poolName)
      const volume = volumeOf(pool, owner, type, volumeName)
      // A volume that does not exist has an empty list. LXD 5.0.2, observed.
      if (volume === undefined) return syncAnswer([])
      return syncAnswer(
        volume.snapshots.map((snapshot) =>
          recursion > 0
            ? {
                ...documentOf(snapshot),
                name: `${volumeName}/${snapshot.name}`,
                content_type: '',
                expires_at: snapshot.expiresAt ?? null,
              }
            : volumePath(pool, volume, snapshot.name),
        ),
      )
    },
    async storagePoolVolumesTypeSnapshotsPost(call) {
      const body = await call.json('StorageVolumeSnapshotsPost')
      const expiresAt = body.time('expires_at')
      const { pool, volume } = findVolume(state, call)
      const taken = volume.snapshots.map((one) => one.name)
      const name = body.text('name') || nextName('snap', taken)
      if (name.includes('/')) throw new FakeFault(400, 'Storage name cannot contain "/"')
      if (/\s/.test(name)) throw new FakeFault(400, 'Storage name cannot contain white space')
      if (taken.includes(name)) throw new FakeFault(409, `Snapshot "${name}" already in use`)
      const run = () => {
        if (volume.snapshots.some((one) => one.name === name)) {
          throw new FakeFault(400, 'Snapshot by that name already exists')
        }
        const inherited = expiryAfter(volume.config['snapshots.expiry'] ?? '', state.clock.now())
        volume.snapshots.push({
          name,
          description: '', // what the request says of it is ignored by LXD 5.0.2
          config: { ...volume.config },
          expiresAt: expiresAt ?? (inherited === undefined ? undefined : goTime(inherited)),
          files: structuredClone(volume.files),
        })
        const source = volumeSource(pool, volume, name)
        const { project, type } = volume
        state.events.lifecycle('storage-volume-snapshot-created', { source, project, context: { type } })
      }
      const resources = { storage_volumes: [`/1.0/storage_volumes/${volume.name}`] }
      const description = 'Creating storage volume snapshot'
      return state.operations.answer({ description, project: volume.project, resources, run })
    },
    async storagePoolVolumesTypeSnapshotGet(call) {
      const { volume, snapshot } = findSnapshot(state, call)
      const document = { ...documentOf(snapshot), content_type: volume.contentType }
      return syncAnswer(document, { etag: await etagOf(snapshot) })
    },
    storagePoolVolumesTypeSnapshotPut: (call) => update(call, false),
    storagePoolVolumesTypeSnapshotPatch: (call) => update(call, true),
    async storagePoolVolumesTypeSnapshotPost(call) {
      const name = (await call.json('StorageVolumeSnapshotPost')).text('name')
      const { snapshotName = '' } = call.names
      if (name === '') throw new FakeFault(400, 'No name provided')
      if (name.includes('/')) throw new FakeFault(400, 'Storage volume names may not contain slashes')
      const { pool, volume } = findVolume(state, call)
      const run = () => {
        const snapshot = volume.snapshots.find((one) => one.name === snapshotName)
        if (snapshot === undefined) {
          throw new FakeFault(400, noSuchVolume(pool, volume.project, volume.type, `${volume.name}/${snapshotName}`))
        }
        if (volume.snapshots.some((one) => one.name === name)) {
          const folder = `${state.stateDirectory}/storage-pools/${pool.name}/custom-snapshots/${volume.project}_${volume.name}`
          throw new FakeFault(400, `rename ${folder}/${snapshotName} ${folder}/${name}: file exists`)
        }
        const source = volumeSource(pool, volume, snapshotName)
        const context = { old_name: snapshotName }
        snapshot.name = name
        state.events.lifecycle('storage-volume-snapshot-renamed', { source, project: volume.project, context })
      }
      return answer(call, 'Renaming storage volume snapshot', run)
    },
    storagePoolVolumesTypeSnapshotDelete(call) {
      const { pool, volume, snapshot } = findSnapshot(state, call)
      const run = () => {
        volume.snapshots = volume.snapshots.filter((one) => one !== snapshot)
        const source = volumeSource(pool, volume, snapshot.name)
        state.events.lifecycle('storage-volume-snapshot-deleted', { source, project: volume.project })
      }
      return answer(call, 'Deleting storage volume snapshot', run)
    },
  }

  function answer(call: FakeCall, description: string, run: () => void): Response {
    const { volume } = findVolume(state, call)
    const resources = { storage_volume_snapshots: [`/1.0/storage_volume_snapshots/${volume.name}`] }
    return state.operations.answer({ description, project: volume.project, resources, run })
  }
}

const documentOf = ({ name, description, config, expiresAt = zeroTime }: FakeVolumeSnapshot) => ({
  description,
  expires_at: expiresAt,
  name,
  config,
  content_type: '',
  created_at: zeroTime,
})

const etagOf = ({ description, expiresAt = zeroTime }: FakeVolumeSnapshot): Promise<string> =>
  entityTag([description, expiresAt])
