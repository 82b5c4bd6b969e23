import { FakeFault, type FakeUser } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakeImage } from '../state/entities.js'
import { touch } from '../state/tasks.js'
import type { ImageHeaders } from './readImageHeaders.js'

const diskFormats = ['diskdump', 'extdump', 'ntfsdump']
const containerFormats = ['aki', 'ari', 'ami', 'bare', 'ovf']
const unknownHash = '9f'.repeat(32)

/** Makes a stored file an image, or updates the one that it is. @throws {FakeFault} as the image service does. */
export function registerFakeImage(
  state: CycladesState,
  user: FakeUser,
  { fields, properties }: ImageHeaders,
): FakeImage {
  const { name, location = '', store = 'pithos', checksum } = fields
  const { disk_format = 'diskdump', container_format = 'bare', is_public = 'False' } = fields
  if (name === undefined || name === '') throw new FakeFault('badRequest', 'Image name is missing')
  const [, account = '', container = '', path = ''] = /^pithos:\/\/([^/]+)\/([^/]+)\/(.+)$/.exec(location) ?? []
  if (path === '') throw new FakeFault('badRequest', `Invalid location '${location}'`)
  for (const key of ['size', 'id']) if (key in fields) throw new FakeFault('badRequest', `Invalid ${key}`)
  if (store !== 'pithos') throw new FakeFault('badRequest', `Invalid store '${store}'`)
  if (!diskFormats.includes(disk_format)) throw new FakeFault('badRequest', `Invalid disk format '${disk_format}'`)
  if (!containerFormats.includes(container_format)) throw new FakeFault('badRequest', 'Invalid container format')
  const { lookUp } = state.cloud.files
  const file = lookUp === undefined ? { size: 2 ** 30, checksum: unknownHash } : lookUp(user, account, container, path)
  if (file === undefined) throw new FakeFault('itemNotFound', 'Image file not found')
  if (account !== user.id && lookUp === undefined) throw new FakeFault('forbidden', 'The file is not yours')
  if (checksum !== undefined && checksum !== file.checksum) throw new FakeFault('badRequest', 'Checksum mismatch')
  const description = { name, disk_format, container_format, is_public: is_public === 'True' }
  const known = [...state.images.values()].find((image) => image.location === location)
  if (known !== undefined) {
    Object.assign(known.properties, properties)
    touch(state, known, description)
    return known
  }
  const image: FakeImage = {
    ...description,
    id: crypto.randomUUID(),
    owner: account,
    status: 'AVAILABLE',
    location,
    checksum: file.checksum,
    size: file.size,
    description: '',
    properties: { ...properties },
    members: new Set(),
    volume: null,
    volumeSize: 0,
    metadata: {},
    project: account,
    created: state.now(),
    updated: state.now(),
    deleted: false,
  }
  state.images.set(image.id, image)
  return image
}
