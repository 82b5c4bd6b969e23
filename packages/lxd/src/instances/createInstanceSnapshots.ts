import { instanceSnapshotGet } from '../actions/instanceSnapshotGet.js'
import { instanceSnapshotsGetRecursion1 } from '../actions/instanceSnapshotsGetRecursion1.js'
import { instanceSnapshotsPost } from '../actions/instanceSnapshotsPost.js'
import { createCollection } from '../objects/createCollection.js'
import { runOperation } from '../operations/runOperation.js'
import type { InstanceSnapshot } from '../schemas/InstanceSnapshot.js'
import { createWithFreeName } from '../storage/createWithFreeName.js'
import { createInstanceSnapshot } from './createInstanceSnapshot.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'
import type { LxdInstanceSnapshot, LxdInstanceSnapshots } from './LxdInstanceSnapshots.js'

/** Makes the manager of an instance's snapshots. */
export function createInstanceSnapshots(place: InstancePlace): LxdInstanceSnapshots {
  let turn: Promise<unknown> = Promise.resolve()
  const snapshots: LxdInstanceSnapshots = {
    ...createCollection<InstanceSnapshot, LxdInstanceSnapshot>({
      scope: [],
      list: (_, options) => instanceSnapshotsGetRecursion1(place.client, instanceArguments(place), options),
      read: (snapshotName, _, options) =>
        instanceSnapshotGet(place.client, { ...instanceArguments(place), snapshotName }, options),
      toItem: (data) => createInstanceSnapshot(place, data),
    }),
    create({ name, expiresAt, stateful } = {}, options = {}) {
      const expires_at = expiresAt instanceof Date ? expiresAt.toISOString() : expiresAt
      const parameters = { ...instanceArguments(place), expires_at, stateful }
      const names = async () => (await snapshots.all(options)).map((snapshot) => snapshot.name)
      const take = (free: string) => {
        const post = () => instanceSnapshotsPost(place.client, { ...parameters, name: free }, options)
        return runOperation(place.client, post, options)
      }
      // LXD 5.0 loses count of an instance's snapshots when two are taken at once, and then can't even delete it.
      const taken = turn.then(() => createWithFreeName(name, 'snap', names, take))
      turn = taken.catch(() => {}) // told to the one who asked for it
      return taken.then((found) => snapshots.get(found, options))
    },
  }
  return Object.freeze(snapshots)
}
