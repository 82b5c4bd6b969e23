import { FakeFault, type FakeUser } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakeVolume } from '../state/entities.js'
import { text } from '../state/requests.js'
import { diskCharge } from '../state/serverQuota.js'
import { requireServer, touch } from '../state/tasks.js'

const largest = 200

/** Creates a volume of the body of a request. @throws {FakeFault} as the volume service does. */
export function createFakeVolume(state: CycladesState, user: FakeUser, body: Record<string, unknown>): FakeVolume {
  const name = text(body, 'display_name', 255)
  const description = text(body, 'display_description', 255, true)
  const size = Number(body['size'])
  if (!Number.isInteger(size) || size <= 0)
    throw new FakeFault('badRequest', "Volume 'size' must be a positive integer")
  if (size > largest) throw new FakeFault('overLimit', `Maximum volume size is ${largest} GB`)
  const { snapshot_id: snapshot = null, imageRef: image = null, source_volid: source, server_id: device = null } = body
  if (source !== undefined && source !== null) throw new FakeFault('badRequest', 'A volume cannot be the source')
  if (snapshot !== null && image !== null) throw new FakeFault('badRequest', 'At most one source is possible')
  if (snapshot !== null && state.image(user, snapshot).volumeSize > size) {
    throw new FakeFault('badRequest', 'The volume is smaller than the snapshot')
  }
  if (image !== null) state.image(user, image)
  const server = device === null ? null : state.server(user, String(device))
  if (server !== null) requireServer(server)
  const type = volumeType(state, body['volume_type'], server?.flavor)
  if (server === null && !type.detachable) {
    throw new FakeFault('badRequest', 'A volume without a server needs a detachable volume type')
  }
  if ((snapshot !== null || image !== null) && !type.detachable) {
    throw new FakeFault('badRequest', 'A volume of this type cannot be made from a source')
  }
  const project = state.cloud.projectFor(user, body['project'] as string | undefined).id
  state.cloud.quotas.charge({ user: user.id, project }, diskCharge(size))
  const id = String(state.nextId('volume', 310))
  const volume: FakeVolume = {
    ...state.newEntity(user, project, body['shared_to_project']),
    id,
    name,
    description,
    status: 'creating',
    size,
    metadata: {}, // what comes with the request is dropped: so does the service
    type: type.id,
    server: server?.id ?? null,
    index: null,
    snapshot: snapshot as string | null,
    image: image as string | null,
  }
  if (server !== null) {
    const indexes = [...state.volumes.values()]
      .filter((item) => item.server === server.id)
      .map((item) => item.index ?? 0)
    volume.index = Math.max(0, ...indexes) + 1
    touch(state, server, { task: 'ATTACHING_VOLUME' })
  }
  state.volumes.set(id, volume)
  state.later(state.timings.volume, () => {
    touch(state, volume, { status: server === null ? 'available' : 'in_use' })
    if (server !== null) touch(state, server, { task: '' })
  })
  return volume
}

function volumeType(state: CycladesState, wanted: unknown, flavor: number | undefined) {
  const id = wanted ?? (flavor === undefined ? undefined : state.flavors.get(flavor)?.volume_type)
  if (id === undefined || id === null) throw new FakeFault('badRequest', 'Volume type is missing')
  const type = state.volumeTypes.get(Number(id))
  if (type === undefined) throw new FakeFault('itemNotFound', 'Volume type not found.')
  return type
}
