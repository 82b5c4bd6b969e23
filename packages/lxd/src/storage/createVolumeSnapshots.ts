import { storagePoolVolumesTypeSnapshotGet } from '../actions/storagePoolVolumesTypeSnapshotGet.js'
import { storagePoolVolumesTypeSnapshotsGetRecursion1 } from '../actions/storagePoolVolumesTypeSnapshotsGetRecursion1.js'
import { storagePoolVolumesTypeSnapshotsPost } from '../actions/storagePoolVolumesTypeSnapshotsPost.js'
import { existing } from '../objects/existing.js'
import { runOperation } from '../operations/runOperation.js'
import { createVolumeSnapshot } from './createVolumeSnapshot.js'
import { createWithFreeName } from './createWithFreeName.js'
import type { LxdVolumeSnapshots } from './LxdVolumeSnapshots.js'
import { placeArguments, type VolumePlace } from './VolumePlace.js'

/** Makes the manager of a volume's snapshots. */
export function createVolumeSnapshots(place: VolumePlace): LxdVolumeSnapshots {
  const snapshots: LxdVolumeSnapshots = {
    async all(options) {
      const found = await storagePoolVolumesTypeSnapshotsGetRecursion1(place.client, placeArguments(place), options)
      return found.map((data) => createVolumeSnapshot(place, data))
    },
    async get(name, options) {
      const parameters = { ...placeArguments(place), snapshotName: name }
      return createVolumeSnapshot(place, await storagePoolVolumesTypeSnapshotGet(place.client, parameters, options))
    },
    exists: (name, options) =>
      existing(
        storagePoolVolumesTypeSnapshotGet(place.client, { ...placeArguments(place), snapshotName: name }, options),
      ),
    async create({ name: given, expiresAt, description } = {}, options = {}) {
      const parameters = { ...placeArguments(place), expires_at: toText(expiresAt), description }
      const names = async () => (await snapshots.all(options)).map((snapshot) => snapshot.name)
      const name = await createWithFreeName(given, 'snap', names, (name) =>
        runOperation(
          place.client,
          () => storagePoolVolumesTypeSnapshotsPost(place.client, { ...parameters, name }, options),
          options,
        ),
      )
      const snapshot = await snapshots.get(name, options)
      if (description !== undefined && snapshot.description !== description)
        await snapshot.patch({ description }, options)
      return snapshot
    },
  }
  return Object.freeze(snapshots)
}

const toText = (time: string | Date | undefined): string | undefined =>
  time instanceof Date ? time.toISOString() : time
