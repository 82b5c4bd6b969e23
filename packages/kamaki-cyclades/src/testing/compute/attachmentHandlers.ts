import { type FakeCall, FakeFault } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakeServer, FakeVolume } from '../state/entities.js'
import { member } from '../state/requests.js'
import { requireServer, touch } from '../state/tasks.js'

const mostVolumes = 8

/** Volumes on servers. */
export function attachmentHandlers(state: CycladesState) {
  const found = ({ user, names }: FakeCall) => state.server(user, names['serverId'])
  const volumesOf = ({ id }: FakeServer) => [...state.volumes.values()].filter((volume) => volume.server === id)
  const show = ({ id }: FakeVolume, server: FakeServer) => ({
    id: Number(id),
    volumeId: Number(id),
    serverId: server.id,
    device: '',
  })
  const attached = (call: FakeCall): [FakeVolume, FakeServer] => {
    const server = found(call)
    const volume = volumesOf(server).find(({ id }) => id === call.names['attachmentId'])
    if (volume === undefined) throw new FakeFault('itemNotFound', 'Volume not found.')
    return [volume, server]
  }
  return {
    'GET /servers/{serverId}/os-volume_attachments': (call: FakeCall) => {
      const server = found(call)
      return { volumeAttachments: volumesOf(server).map((volume) => show(volume, server)) }
    },
    'GET /servers/{serverId}/os-volume_attachments/{attachmentId}': (call: FakeCall) => ({
      volumeAttachment: show(...attached(call)),
    }),
    'POST /servers/{serverId}/os-volume_attachments': async (call: FakeCall) => {
      const server = found(call)
      const volume = state.volume(call.user, member(await call.json(), 'volumeAttachment')['volumeId'])
      requireServer(server)
      if (volume.status !== 'available') {
        throw new FakeFault(
          'badRequest',
          `Cannot attach volume while volume is in '${volume.status.toUpperCase()}' status.`,
        )
      }
      if (volumesOf(server).length >= mostVolumes)
        throw new FakeFault('badRequest', 'Maximum volumes per server reached')
      const index = Math.max(0, ...volumesOf(server).map((item) => item.index ?? 0)) + 1
      touch(state, volume, { status: 'attaching', server: server.id, index })
      touch(state, server, { task: 'ATTACHING_VOLUME' })
      state.later(state.timings.volume, () => {
        touch(state, volume, { status: 'in_use' })
        touch(state, server, { task: '' })
      })
      return { volumeAttachment: show(volume, server) }
    },
    'DELETE /servers/{serverId}/os-volume_attachments/{attachmentId}': (call: FakeCall) => {
      const [volume, server] = attached(call)
      if (volume.index === 0) throw new FakeFault('conflict', 'Cannot detach the root volume of a server')
      requireServer(server)
      if (volume.status !== 'in_use') {
        throw new FakeFault(
          'badRequest',
          `Cannot detach volume while volume is in '${volume.status.toUpperCase()}' status.`,
        )
      }
      touch(state, volume, { status: 'detaching' })
      touch(state, server, { task: 'DETACHING_VOLUME' })
      state.later(state.timings.volume, () => {
        touch(state, volume, { status: 'available', server: null, index: null })
        touch(state, server, { task: '' })
      })
    },
  }
}
