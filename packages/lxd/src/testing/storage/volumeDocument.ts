import { zeroTime } from '../protocol/goTime.js'
import { pathOf } from '../protocol/pathOf.js'
import type { FakePool } from '../state/FakePool.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolume, FakeVolumeSnapshot } from '../state/FakeVolume.js'
import { volumeUsers } from './volumeUsers.js'

/** Path of a volume, or of one of its snapshots. */
export function volumePath(pool: FakePool, volume: FakeVolume, snapshot?: string): string {
  const place = ['storage-pools', pool.name, 'volumes', volume.type, volume.name]
  return pathOf(snapshot === undefined ? place : [...place, 'snapshots', snapshot], volume.project)
}

/** Where events say that something happened: the project stands before the name. LXD 5.0.2, observed. */
export function volumeSource(pool: FakePool, { type, project, name }: FakeVolume, snapshot?: string): string {
  const place = ['storage-pools', pool.name, 'volumes', type, `${project}_${name}`]
  return pathOf(snapshot === undefined ? place : [...place, 'snapshots', snapshot], project)
}

/** A volume as the server writes it. */
export function volumeDocument(state: FakeState, pool: FakePool, volume: FakeVolume): Record<string, unknown> {
  const { config, description, name, type, contentType, project } = volume
  const used_by = volumeUsers(state, pool, volume)
  return {
    config,
    description,
    name,
    type,
    used_by,
    location: 'none',
    content_type: contentType,
    project,
    created_at: zeroTime,
  }
}

/** A snapshot where volumes are listed: a volume of its own, with a slash in its name. */
export function snapshotAsVolume(
  volume: FakeVolume,
  { name, config, description }: FakeVolumeSnapshot,
): Record<string, unknown> {
  const { type, contentType, project } = volume
  const owner = pathOf(['instances', volume.name, 'snapshots', name], project)
  return {
    config,
    description,
    name: `${volume.name}/${name}`,
    type,
    used_by: type === 'custom' ? [] : [owner],
    location: 'none',
    content_type: contentType,
    project,
    created_at: zeroTime,
  }
}
