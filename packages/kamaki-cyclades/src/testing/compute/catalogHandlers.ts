import { type FakeCall, FakeFault, isoTime } from '@x/kamaki-astakos/testing'
import type { FakeFlavor } from '../CreateFakeCycladesParameters.js'
import type { CycladesState } from '../state/CycladesState.js'
import { changedSince } from '../state/changedSince.js'
import type { FakeImage } from '../state/entities.js'
import { links } from './showServer.js'

/** Flavors and images, as the compute service sees them. */
export function catalogHandlers(state: CycladesState) {
  const flavorBrief = ({ id, name }: FakeFlavor) => ({ id, name, links: links(state, `/compute/v2.0/flavors/${id}`) })
  const flavor = (item: FakeFlavor) => ({
    ...flavorBrief(item),
    ram: item.ram,
    disk: item.disk,
    vcpus: item.vcpus,
    'os-flavor-access:is_public': item.is_public,
    'SNF:disk_template': item.disk_template,
    'SNF:volume_type': item.volume_type,
    'SNF:allow_create': item.allow_create,
    'SNF:flavor-access': item.access,
  })
  const flavors = ({ user, query }: FakeCall): FakeFlavor[] => {
    const isPublic = query.get('SNF:is_public')?.toLowerCase()
    const project = query.get('SNF:flavor-access')
    const mine = (access: readonly string[]) => access.some((id) => state.cloud.projects.get(id)?.members.has(user.id))
    return [...state.flavors.values()].filter(
      (item) =>
        (item.is_public || mine(item.access)) &&
        (isPublic === undefined || item.is_public === (isPublic === 'true')) &&
        (project === null || item.access.includes(project)),
    )
  }
  const image = (item: FakeImage) => ({
    id: item.id,
    name: item.name,
    status: item.status === 'AVAILABLE' ? 'ACTIVE' : item.status === 'CREATING' ? 'SAVING' : item.status,
    progress: item.status === 'AVAILABLE' ? 100 : 0,
    created: isoTime(item.created),
    updated: isoTime(item.updated),
    user_id: item.owner,
    tenant_id: item.owner,
    public: item.is_public,
    is_snapshot: item.volume !== null,
    links: [
      ...links(state, `/compute/v2.0/images/${item.id}`),
      { rel: 'alternate', href: `${state.cloud.origin()}/image/v1.0/images/${item.id}` },
    ],
    metadata: item.properties,
  })
  const images = ({ user, query }: FakeCall) =>
    changedSince(
      [...state.images.values()].filter((item) => state.seesImage(user, item)),
      query,
      state.now(),
    )
  return {
    'GET /flavors': (call: FakeCall) => ({ flavors: flavors(call).map(flavorBrief) }),
    'GET /flavors/detail': (call: FakeCall) => ({ flavors: flavors(call).map(flavor) }),
    'GET /flavors/{flavorId}': ({ user, names }: FakeCall) => {
      void user // checked; everybody may look at every flavor
      return { flavor: flavor(state.flavor(names['flavorId'])) }
    },
    'GET /images': (call: FakeCall) => ({ images: images(call).map(({ id, name }) => ({ id, name })) }),
    'GET /images/detail': (call: FakeCall) => ({ images: images(call).map(image) }),
    'GET /images/{imageId}': ({ user, names }: FakeCall) => ({ image: image(state.image(user, names['imageId'])) }),
    'DELETE /images/{imageId}': ({ user, names }: FakeCall) => {
      const found = state.image(user, names['imageId'])
      if (found.owner !== user.id) throw new FakeFault('forbidden', 'Not the owner of the image')
      found.deleted = true
      state.images.delete(found.id)
    },
  }
}
