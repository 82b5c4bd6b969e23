import { type FakeCall, FakeFault, isoTime } from '@x/kamaki-astakos/testing'
import { links } from '../compute/showServer.js'
import type { CycladesState } from '../state/CycladesState.js'
import { changedSince } from '../state/changedSince.js'
import type { FakeImage } from '../state/entities.js'
import { member, metadata, text } from '../state/requests.js'
import { touch } from '../state/tasks.js'

const limits = { items: 10, key: 64, value: 255 }

/** Snapshots, which are images too. */
export function snapshotHandlers(state: CycladesState) {
  const show = (snapshot: FakeImage) => ({
    id: snapshot.id,
    size: snapshot.volumeSize,
    display_name: snapshot.name,
    display_description: snapshot.description,
    status: snapshot.status,
    user_id: snapshot.owner,
    tenant_id: snapshot.project,
    'os-extended-snapshot-attribute:progress': snapshot.status === 'AVAILABLE' ? '100%' : 0,
    created_at: isoTime(snapshot.created),
    metadata: snapshot.metadata,
    volume_id: snapshot.volume,
    links: links(state, `/volume/v2.0/snapshots/${snapshot.id}`),
  })
  const list = ({ user, query }: FakeCall) => ({
    snapshots: changedSince(
      [...state.images.values()].filter((image) => image.volume !== null && image.owner === user.id),
      query,
      state.now(),
    ).map(show),
  })
  const found = ({ user, names }: FakeCall): FakeImage => {
    const snapshot = state.images.get(names['snapshotId'] ?? '')
    if (snapshot === undefined || snapshot.volume === null || snapshot.owner !== user.id || snapshot.deleted) {
      throw new FakeFault('itemNotFound', 'Snapshot not found.')
    }
    return snapshot
  }
  return {
    'GET /snapshots': list,
    'GET /snapshots/detail': list,
    'GET /snapshots/{snapshotId}': (call: FakeCall) => ({ snapshot: show(found(call)) }),
    'POST /snapshots': async ({ user, json }: FakeCall) => {
      const body = member(await json(), 'snapshot')
      if (body['force'] === true) throw new FakeFault('notImplemented', 'force is not supported')
      const volume = state.volume(user, body['volume_id'])
      if (!state.volumeTypes.get(volume.type)?.disk_template.startsWith('ext_')) {
        throw new FakeFault('badRequest', 'Cannot take snapshots of volumes of this type.')
      }
      if (volume.server === null || !['available', 'in_use'].includes(volume.status)) {
        throw new FakeFault('badRequest', 'Cannot snapshot a volume that is not on a server.')
      }
      const id = crypto.randomUUID()
      const name = text(body, 'display_name', 255, true) || `Snapshot of ${volume.name}`
      const snapshot: FakeImage = {
        id,
        name,
        owner: user.id,
        status: 'CREATING',
        location: `pithos://${user.id}/snapshots/${id}`,
        checksum: '',
        size: volume.size * 2 ** 30,
        disk_format: 'diskdump',
        container_format: 'bare',
        is_public: false,
        description: text(body, 'display_description', 255, true),
        properties: {},
        members: new Set(),
        volume: volume.id,
        volumeSize: volume.size,
        metadata: {},
        project: volume.project,
        created: state.now(),
        updated: state.now(),
        deleted: false,
      }
      state.images.set(id, snapshot)
      state.later(state.timings.snapshot, () => touch(state, snapshot, { status: 'AVAILABLE' }))
      return { snapshot: show(snapshot) }
    },
    'PUT /snapshots/{snapshotId}': async (call: FakeCall) => {
      const snapshot = found(call)
      const body = member(await call.json(), 'snapshot')
      if ('display_name' in body) touch(state, snapshot, { name: text(body, 'display_name', 255) })
      if ('display_description' in body) touch(state, snapshot, { description: text(body, 'display_description', 255) })
      return { snapshot: show(snapshot) }
    },
    'DELETE /snapshots/{snapshotId}': (call: FakeCall) => {
      const snapshot = found(call)
      touch(state, snapshot, { status: 'DELETED', deleted: true })
    },
    'GET /snapshots/{snapshotId}/metadata': (call: FakeCall) => ({ metadata: found(call).metadata }),
    'POST /snapshots/{snapshotId}/metadata': async (call: FakeCall) => {
      const snapshot = found(call)
      const merged = metadata({ ...snapshot.metadata, ...member(await call.json(), 'metadata') }, limits)
      touch(state, snapshot, { metadata: merged })
      return { metadata: merged }
    },
    'PUT /snapshots/{snapshotId}/metadata': async (call: FakeCall) => {
      const snapshot = found(call)
      touch(state, snapshot, { metadata: metadata(member(await call.json(), 'metadata'), limits) })
      return { metadata: snapshot.metadata }
    },
    'DELETE /snapshots/{snapshotId}/metadata/{key}': (call: FakeCall) => {
      const snapshot = found(call)
      const { [call.names['key'] ?? '']: value, ...rest } = snapshot.metadata
      if (value === undefined) throw new FakeFault('itemNotFound', 'Metadata key not found.')
      touch(state, snapshot, { metadata: rest })
    },
  }
}
