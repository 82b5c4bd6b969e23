import { systemClock } from '@x/core-errors'
import type { SynnefoSession } from '@x/kamaki-astakos'
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
/** A cloud with a project, and with what the programs of a package leave to those after them. */
export async function synnefo(load: Load): Promise<Service> {
  const { createSynnefoSession } = await load<typeof import('@x/kamaki-astakos')>('@x/kamaki-astakos')
  const { createFakeSynnefo } = await load<typeof import('@x/kamaki-astakos/testing')>('@x/kamaki-astakos/testing')
  const { createFakeCyclades } = await load<typeof import('@x/kamaki-cyclades/testing')>('@x/kamaki-cyclades/testing')
  const { createFakePithos } = await load<typeof import('@x/kamaki-pithos/testing')>('@x/kamaki-pithos/testing')
  let ahead = 0
  const { fetch, failNext, url, token } = await createFakeSynnefo({
    listen: false,
    clock: { ...systemClock, now: () => systemClock.now() + ahead },
    users: [ada],
    projects: [lab],
    quotas: { 'cyclades.vm': 20, 'cyclades.cpu': 40, 'cyclades.disk': 2 ** 40, 'cyclades.ram': 2 ** 40 },
    services: [createFakeCyclades({ timings: { build: 1_000 } }), createFakePithos()],
  })
  const session = createSynnefoSession({ url, token, fetch })
  await Promise.all([makeServers(load, session), makeObjects(load, session)])
  ahead = 60_000 // the servers have been built for long
  return { fetch, failNext, env: { SYNNEFO_URL: url, SYNNEFO_TOKEN: token } }
}

async function makeServers(load: Load, session: SynnefoSession): Promise<void> {
  const { createCompute } = await load<typeof import('@x/kamaki-cyclades')>('@x/kamaki-cyclades')
  const compute = createCompute({ session })
  const [flavor] = await compute.listFlavors()
  const [image] = await compute.listImages()
  if (flavor === undefined || image === undefined) throw new Error('The fake cloud has neither flavor nor image')
  for (const name of ['My public server', 'My private server']) {
    await compute.createServer({ name, flavorId: flavor.id, imageId: image.id })
  }
}

async function makeObjects(load: Load, session: SynnefoSession): Promise<void> {
  const { createImage } = await load<typeof import('@x/kamaki-cyclades')>('@x/kamaki-cyclades')
  const { createPithos } = await load<typeof import('@x/kamaki-pithos')>('@x/kamaki-pithos')
  const pithos = createPithos({ session, container: 'pithos' })
  for (const container of ['pithos', 'images', 'trash']) await pithos.createContainer({ container })
  await pithos.upload({ obj: 'notes/plan.txt', source: new Blob(['Buy milk.\n'], { type: 'text/plain' }) })
  await pithos.upload({ container: 'images', obj: 'my-image.diskdump', source: new Blob(['a disk']) })
  await createImage({ session }).register({ name: 'My Debian', location: '/images/my-image.diskdump' })
}
