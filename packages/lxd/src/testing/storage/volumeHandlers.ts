import { checkIfMatch } from '../protocol/checkIfMatch.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import { entityTag } from '../protocol/entityTag.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { JsonBody } from '../protocol/JsonBody.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolume } from '../state/FakeVolume.js'
import { checkVolumeConfig } from './checkConfig.js'
import { createVolume } from './createVolume.js'
import { findPool } from './findPool.js'
import { checkType, type FoundVolume, findVolume, noSuchVolume, volumeOf, volumeProject } from './findVolume.js'
import { listVolumes } from './listVolumes.js'
import { mergeConfig, withoutEmpty } from './mergeConfig.js'
import { moveVolume } from './moveVolume.js'
import { parseSize } from './parseSize.js'
import { snapshotAsVolume, volumeDocument, volumeSource } from './volumeDocument.js'
import { instancesUsing, volumeUsers } from './volumeUsers.js'

// What an empty file system of btrfs takes, in bytes.
const emptySubvolume = 16_384

/** Volumes: listing, creating, reading, changing, renaming, deleting, and their state. */
export function volumeHandlers(state: FakeState): FakeHandlers {
  const configure = (pool: FoundVolume['pool'], volume: FakeVolume, config: Record<string, string>, text: string) => {
    checkVolumeConfig(`${volume.project}_${volume.name}`, config)
    const [before, after] = [parseSize(volume.config['size'] ?? ''), parseSize(config['size'] ?? '')]
    if (volume.contentType === 'block' && before !== undefined && after !== undefined && after < before) {
      throw new FakeFault(500, 'Block volumes cannot be shrunk: Cannot be shrunk')
    }
    volume.config = config
    volume.description = text
    state.events.lifecycle('storage-volume-updated', { source: volumeSource(pool, volume), project: volume.project })
  }
  return {
    storagePoolVolumesGet: (call) => listVolumes(state, call),
    storagePoolVolumesTypeGet: (call) => listVolumes(state, call),
    storagePoolVolumesPost: (call) => createVolume(state, call),
    storagePoolVolumesTypePost: (call) => createVolume(state, call),
    storagePoolVolumeTypePost: (call) => moveVolume(state, call),
    async storagePoolVolumeTypeGet(call) {
      const { volumeName = '' } = call.names
      const [owner, snapshotName] = volumeName.split('/')
      if (snapshotName !== undefined) return getSnapshotAsVolume(state, call, owner ?? '', snapshotName)
      const { pool, volume } = findVolume(state, call)
      return syncAnswer(volumeDocument(state, pool, volume), { etag: await etagOf(volume) })
    },
    async storagePoolVolumeTypePut(call) {
      const { pool, volume } = findVolume(state, call)
      const body = await call.json('StorageVolumePut')
      checkIfMatch(call.request, await etagOf(volume))
      if (body.has('restore')) restore(state, { pool, volume }, body)
      if (!body.has('restore') || body.has('config') || body.has('description')) {
        configure(pool, volume, withoutEmpty(body.map('config')), body.text('description'))
      }
      return doneAnswer()
    },
    async storagePoolVolumeTypePatch(call) {
      const { pool, volume } = findVolume(state, call)
      const body = await call.json('StorageVolumePut')
      if (volume.type !== 'custom') throw new FakeFault(400, `Invalid storage volume type "${volume.type}"`)
      checkIfMatch(call.request, await etagOf(volume))
      // A PATCH that names no description empties it, and never restores. LXD 5.0.2, observed.
      configure(pool, volume, mergeConfig(volume.config, body.map('config')), body.text('description'))
      return doneAnswer()
    },
    storagePoolVolumeTypeDelete(call) {
      const { pool, volume } = findVolume(state, call)
      if (volume.type === 'container') {
        const text = `Storage volumes of type "${volume.type}" cannot be deleted with the storage API`
        throw new FakeFault(400, text)
      }
      // A cached image names the image as its user, and can be deleted all the same. LXD 5.0.2, observed.
      const isUsed = volume.type === 'custom' && volumeUsers(state, pool, volume).length > 0
      if (isUsed) throw new FakeFault(400, 'The storage volume is still in use')
      pool.volumes = pool.volumes.filter((one) => one !== volume)
      state.events.lifecycle('storage-volume-deleted', { source: volumeSource(pool, volume), project: volume.project })
      return doneAnswer()
    },
    storagePoolVolumeTypeStateGet(call) {
      const { type = '', volumeName = '', poolName } = call.names
      checkType(type)
      const owner = volumeProject(state, type, call.project)
      const pool = findPool(state, poolName)
      const volume = volumeOf(pool, owner, type, volumeName)
      if (volume === undefined) throw new FakeFault(404, noSuchVolume(pool, owner, type, volumeName))
      const size = parseSize(volume.config['size'] ?? '')
      // Without quotas nobody counts; the quotas of btrfs count files, not the blocks of an image.
      if (!pool.hasQuotas) throw new FakeFault(500, 'Not supported')
      const used = volume.contentType === 'filesystem' && size !== undefined ? { used: emptySubvolume } : {}
      return syncAnswer({ usage: { ...used, total: size ?? 0 } })
    },
  }
}

async function getSnapshotAsVolume(state: FakeState, call: FakeCall, owner: string, name: string): Promise<Response> {
  const { volume } = findVolume(state, { ...call, names: { ...call.names, volumeName: owner } })
  const snapshot = volume.snapshots.find((one) => one.name === name)
  if (snapshot === undefined) throw new FakeFault(404, 'Storage pool volume not found')
  const etag = await etagOf({ name: `${owner}/${name}`, type: volume.type, config: snapshot.config })
  return syncAnswer(snapshotAsVolume(volume, snapshot), { etag })
}

function restore(state: FakeState, { pool, volume }: FoundVolume, body: JsonBody): void {
  const snapshot = volume.snapshots.find(({ name }) => name === body.text('restore'))
  if (snapshot === undefined) throw new FakeFault(500, 'Snapshot not found')
  if (instancesUsing(state, pool, volume).some(({ status }) => status !== 'Stopped')) {
    throw new FakeFault(500, 'Cannot restore custom volume used by running instances')
  }
  volume.files = structuredClone(snapshot.files)
  const context = { snapshot: snapshot.name }
  const { project } = volume
  state.events.lifecycle('storage-volume-restored', { source: volumeSource(pool, volume), project, context })
}

// The description is not part of it.
const etagOf = ({ name, type, config }: Pick<FakeVolume, 'name' | 'type' | 'config'>): Promise<string> =>
  entityTag([name, type, config])
