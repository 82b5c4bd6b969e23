import { type FakeCall, FakeFault, isoTime } from '@x/kamaki-astakos/testing'
import { links } from '../compute/showServer.js'
import type { CycladesState } from '../state/CycladesState.js'
import { changedSince } from '../state/changedSince.js'
import type { FakeVolume } from '../state/entities.js'
import { member, metadata, reassignment, text } from '../state/requests.js'
import { diskCharge } from '../state/serverQuota.js'
import { touch } from '../state/tasks.js'
import { createFakeVolume } from './createFakeVolume.js'

const limits = { items: 10, key: 64, value: 255 }

/** Volumes and their types. */
export function volumeHandlers(state: CycladesState) {
  const brief = ({ id, name }: FakeVolume) => ({
    id,
    display_name: name,
    links: links(state, `/volume/v2.0/volumes/${id}`),
  })
  const show = (volume: FakeVolume) => ({
    ...brief(volume),
    status: volume.status,
    size: volume.size,
    display_description: volume.description,
    created_at: isoTime(volume.created),
    metadata: volume.metadata,
    snapshot_id: volume.snapshot,
    source_volid: null,
    image_id: volume.image,
    attachments:
      volume.server === null
        ? []
        : [{ server_id: volume.server, volume_id: Number(volume.id), device_index: volume.index }],
    volume_type: volume.type,
    deleted: volume.deleted,
    delete_on_termination: true,
    user_id: volume.user,
    tenant_id: volume.project,
    shared_to_project: volume.shared,
  })
  const listed = ({ user, query }: FakeCall) =>
    changedSince(
      [...state.volumes.values()].filter((volume) => state.mayUse(user, volume)),
      query,
      state.now(),
    )
  const found = ({ user, names }: FakeCall) => {
    const volume = state.volume(user, names['volumeId'])
    if (volume.deleted) throw new FakeFault('itemNotFound', 'Volume not found.')
    return volume
  }
  const type = (id: string | undefined) => {
    const item = state.volumeTypes.get(Number(id))
    if (item === undefined) throw new FakeFault('itemNotFound', 'Volume type not found.')
    return showType(item)
  }
  const showType = (item: { id: number; name: string; disk_template: string; detachable: boolean }) => ({
    id: item.id,
    name: item.name,
    deleted: false,
    'SNF:disk_template': item.disk_template,
    'SNF:detachable': item.detachable,
  })
  return {
    'GET /volumes': (call: FakeCall) => ({ volumes: listed(call).map(brief) }),
    'GET /volumes/detail': (call: FakeCall) => ({ volumes: listed(call).map(show) }),
    'GET /volumes/{volumeId}': (call: FakeCall) => ({ volume: show(found(call)) }),
    'POST /volumes': async ({ user, json }: FakeCall) => ({
      volume: brief(createFakeVolume(state, user, member(await json(), 'volume'))),
    }),
    'PUT /volumes/{volumeId}': async (call: FakeCall) => {
      const volume = found(call)
      const body = member(await call.json(), 'volume')
      if (body['delete_on_termination'] === false)
        throw new FakeFault('notImplemented', 'delete_on_termination must be true')
      if (!('display_name' in body || 'display_description' in body))
        throw new FakeFault('badRequest', 'Nothing to update.')
      if ('display_name' in body) touch(state, volume, { name: text(body, 'display_name', 255) })
      if ('display_description' in body) touch(state, volume, { description: text(body, 'display_description', 255) })
      return { volume: show(volume) }
    },
    'DELETE /volumes/{volumeId}': (call: FakeCall) => {
      const volume = found(call)
      if (volume.index === 0) throw new FakeFault('conflict', 'Cannot delete the root volume of a server.')
      if (!['in_use', 'available', 'error'].includes(volume.status)) {
        throw new FakeFault('badRequest', `Cannot delete a volume in status ${volume.status}.`)
      }
      touch(state, volume, { status: 'deleting' })
      state.later(state.timings.volume, () => {
        touch(state, volume, { status: 'deleted', deleted: true, server: null, index: null })
        state.cloud.quotas.release(volume, diskCharge(volume.size))
      })
    },
    'POST /volumes/{volumeId}/action': async (call: FakeCall) => {
      const volume = found(call)
      const body = await call.json()
      if (!('reassign' in body)) throw new FakeFault('internalServerError', 'Unexpected error')
      if (volume.index === 0) throw new FakeFault('conflict', 'Cannot reassign the root volume of a server.')
      const { project, shared } = reassignment(body)
      const target = state.cloud.projectFor(call.user, project).id
      state.cloud.quotas.move(volume, { user: volume.user, project: target }, diskCharge(volume.size))
      touch(state, volume, { project: target, shared })
    },
    'GET /volumes/{volumeId}/metadata': (call: FakeCall) => ({ metadata: found(call).metadata }),
    'POST /volumes/{volumeId}/metadata': async (call: FakeCall) => {
      const volume = found(call)
      const merged = metadata({ ...volume.metadata, ...member(await call.json(), 'metadata') }, limits)
      touch(state, volume, { metadata: merged })
      return { metadata: merged }
    },
    'PUT /volumes/{volumeId}/metadata': async (call: FakeCall) => {
      const volume = found(call)
      touch(state, volume, { metadata: metadata(member(await call.json(), 'metadata'), limits) })
      return { metadata: volume.metadata }
    },
    'DELETE /volumes/{volumeId}/metadata/{key}': (call: FakeCall) => {
      const volume = found(call)
      const { [call.names['key'] ?? '']: value, ...rest } = volume.metadata
      if (value === undefined) throw new FakeFault('itemNotFound', 'Metadata key not found.')
      touch(state, volume, { metadata: rest })
    },
    'GET /types': ({ user }: FakeCall) => {
      void user // checked; everybody may look at the types
      return { volume_types: [...state.volumeTypes.values()].map(showType) }
    },
    'GET /types/{typeId}': ({ names }: FakeCall) => ({ volume_type: type(names['typeId']) }),
  }
}
