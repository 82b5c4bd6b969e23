import { type FakeCall, FakeFault, type FakeUser } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakeImage } from '../state/entities.js'
import { touch } from '../state/tasks.js'
import { readImageHeaders } from './readImageHeaders.js'
import { registerFakeImage } from './registerFakeImage.js'
import { imageHeadersOf, showImage, showImageBrief } from './showImage.js'

const sortKeys = ['id', 'name', 'status', 'size', 'disk_format', 'container_format', 'created_at', 'updated_at']
const filters = ['name', 'container_format', 'disk_format', 'status', 'size_min', 'size_max']

/** Images and who may use them. */
export function imageHandlers(state: CycladesState) {
  const listed = ({ user, query }: FakeCall): FakeImage[] => {
    const key = query.get('sort_key') ?? 'created_at'
    const direction = query.get('sort_dir') ?? 'desc'
    if (!sortKeys.includes(key) || !['asc', 'desc'].includes(direction))
      throw new FakeFault('badRequest', 'Invalid sort')
    for (const name of query.keys()) {
      // Checked and then ignored: so does the service.
      if (![...filters, 'sort_key', 'sort_dir'].includes(name))
        throw new FakeFault('badRequest', `Unknown filter ${name}`)
    }
    const images = [...state.images.values()].filter((image) => !image.deleted && state.seesImage(user, image))
    const value = (image: FakeImage) =>
      String(Object.entries(showImage(image)).find(([name]) => name === key)?.[1] ?? '')
    images.sort((one, other) => value(one).localeCompare(value(other), 'en', { numeric: true }))
    return direction === 'desc' ? images.reverse() : images
  }
  const owned = (user: FakeUser, id: string | undefined): FakeImage => {
    const image = state.image(user, id)
    if (image.owner !== user.id) throw new FakeFault('forbidden', 'You are not the owner of the image')
    return image
  }
  const answer = (image: FakeImage) => new Response(null, { status: 200, headers: imageHeadersOf(image) })
  return {
    'GET /images/': (call: FakeCall) => ({ images: listed(call).map(showImageBrief) }),
    'GET /images/detail': (call: FakeCall) => ({ images: listed(call).map(showImage) }),
    'HEAD /images/{imageId}': ({ user, names }: FakeCall) => answer(state.image(user, names['imageId'])),
    'POST /images/': ({ user, request }: FakeCall) => answer(registerFakeImage(state, user, readImageHeaders(request))),
    'PUT /images/{imageId}': ({ user, names, request }: FakeCall) => {
      const image = owned(user, names['imageId'])
      const { fields, properties } = readImageHeaders(request)
      const known = ['name', 'disk_format', 'container_format', 'is_public', 'owner', 'status']
      const unknown = Object.keys(fields).find((key) => !known.includes(key))
      if (unknown !== undefined) throw new FakeFault('badRequest', `Cannot update ${unknown}`)
      const { is_public, status: _, ...changes } = fields
      Object.assign(image.properties, properties)
      touch(state, image, { ...changes, ...(is_public === undefined ? {} : { is_public: is_public === 'True' }) })
      return answer(image)
    },
    'DELETE /images/{imageId}': ({ user, names }: FakeCall) => {
      state.images.delete(owned(user, names['imageId']).id)
    },
    'GET /images/{imageId}/members': ({ user, names }: FakeCall) => ({
      members: [...state.image(user, names['imageId']).members].map((member_id) => ({ member_id, can_share: false })),
    }),
    'PUT /images/{imageId}/members': async ({ user, names, json }: FakeCall) => {
      const { members } = owned(user, names['imageId'])
      const { memberships } = await json()
      if (!Array.isArray(memberships)) throw new FakeFault('badRequest', 'memberships are missing')
      members.clear()
      for (const { member_id } of memberships as { member_id: string }[]) members.add(member_id)
    },
    'PUT /images/{imageId}/members/{member}': ({ user, names }: FakeCall) => {
      const member = names['member'] ?? ''
      if (!/^[\w@.-]+$/.test(member)) throw new FakeFault('badRequest', 'API endpoint not found')
      owned(user, names['imageId']).members.add(member)
    },
    'DELETE /images/{imageId}/members/{member}': ({ user, names }: FakeCall) => {
      owned(user, names['imageId']).members.delete(names['member'] ?? '')
    },
    'GET /shared-images/{member}': ({ user, names }: FakeCall) => ({
      shared_images: [...state.images.values()]
        .filter((image) => image.owner === names['member'] && image.members.has(user.id) && !image.is_public)
        .map(({ id }) => ({ image_id: id, can_share: false })),
    }),
  }
}
