import type { Load, Service } from '../Service.ts'

const much = { member_capacity: 2 ** 40, project_capacity: 2 ** 40 }
const resources = ['vm', 'cpu', 'ram', 'disk', 'floating_ip', 'network.private', 'total_cpu', 'total_ram']
const ada = { id: '5f0c2d7e-91aa-4c1b-8a52-0d2f6e1b7c34', email: 'ada@example.org', name: 'Ada Lovelace' }
const lab = {
  id: '0b7e5a9c-3d21-4e8f-b6a7-1122aabb33cc',
  name: 'lab.example.org',
  description: 'Machines of the laboratory',
  members: [ada.id],
  resources: Object.fromEntries(resources.map((name) => [`cyclades.${name}`, much])),
}
const images = [
  { name: 'Debian', is_public: true },
  { name: 'My image', owner: ada.id, location: `pithos://${ada.id}/images/my-image.diskdump` },
]

/** A cloud with a project, two servers that run, an image of the user's own, and room for more. */
export async function synnefo(load: Load): Promise<Service> {
  const { createSynnefoSession } = await load<typeof import('@x/kamaki-astakos')>('@x/kamaki-astakos')
  const { createFakeSynnefo } = await load<typeof import('@x/kamaki-astakos/testing')>('@x/kamaki-astakos/testing')
  const { createCompute } = await load<typeof import('@x/kamaki-cyclades')>('@x/kamaki-cyclades')
  const { createFakeCyclades } = await load<typeof import('@x/kamaki-cyclades/testing')>('@x/kamaki-cyclades/testing')
  const { createFakePithos } = await load<typeof import('@x/kamaki-pithos/testing')>('@x/kamaki-pithos/testing')
  const { fetch, failNext, url, token } = await createFakeSynnefo({
    listen: false,
    users: [ada],
    projects: [lab],
    quotas: { 'cyclades.vm': 20, 'cyclades.cpu': 40, 'cyclades.disk': 2 ** 40, 'cyclades.ram': 2 ** 40 },
    services: [createFakeCyclades({ images, timings: { build: 1_000 } }), createFakePithos()],
  })
  const compute = createCompute({ session: createSynnefoSession({ url, token, fetch }) })
  const [flavor] = await compute.listFlavors()
  const [image] = await compute.listImages()
  if (flavor === undefined || image === undefined) throw new Error('The fake cloud has neither flavor nor image')
  for (const name of ['web-1', 'web-2']) await compute.createServer({ name, flavorId: flavor.id, imageId: image.id })
  return { fetch, failNext, env: { SYNNEFO_URL: url, SYNNEFO_TOKEN: token } }
}
