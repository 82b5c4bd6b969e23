import { configFromEnvironment } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createFakeCyclades } from '@x/kamaki-cyclades/testing'
import { createFakePithos } from '@x/kamaki-pithos/testing'
import type { Demo, DemoRun } from '@x-tooling/demo'

const programs = [
  { file: 'allocateToProject.ts', title: 'an IP address paid by a project' },
  { file: 'imagesAndFlavors.ts', title: 'images and flavors' },
  { file: 'createServers.ts', title: 'a server with an address, and one without network' },
  { file: 'waitForServer.ts', title: 'a server is built' },
  { file: 'reboot.ts', title: 'a server is rebooted' },
  { file: 'reassignAndResize.ts', title: 'more power, paid by a project' },
  { file: 'privateNetwork.ts', title: 'a private network between two servers' },
  { file: 'reserveIp.ts', title: 'a public address for a server' },
  { file: 'cluster.ts', title: 'three servers with one public address' },
  { file: 'moveVolume.ts', title: 'a volume moves from server to server' },
  { file: 'registerImage.ts', title: 'an image is uploaded and registered' },
  { file: 'listImages.ts', title: 'own images' },
  { file: 'unregisterImage.ts', title: 'an image is unregistered and its files deleted' },
]

export const demo: Demo = {
  title: 'Synnefo cloud: servers, networks, volumes and images',
  order: 50,
  async start(): Promise<DemoRun> {
    if (process.env['SYNNEFO_URL'] !== undefined) {
      const { url } = configFromEnvironment()
      return { note: `the cloud at ${url}`, env: {}, programs, [Symbol.asyncDispose]: async () => {} }
    }
    const ada = { id: '5f0c2d7e-91aa-4c1b-8a52-0d2f6e1b7c34', email: 'ada@example.org', name: 'Ada Lovelace' }
    const much = { member_capacity: 2 ** 40, project_capacity: 2 ** 40 }
    const resources = ['vm', 'cpu', 'ram', 'disk', 'floating_ip', 'network.private', 'total_cpu', 'total_ram']
    const lab = {
      id: '0b7e5a9c-3d21-4e8f-b6a7-1122aabb33cc',
      name: 'lab.example.org',
      members: [ada.id],
      resources: Object.fromEntries(resources.map((name) => [`cyclades.${name}`, much])),
    }
    const fake = await createFakeSynnefo({
      users: [ada],
      projects: [lab],
      quotas: { 'cyclades.vm': 20, 'cyclades.cpu': 40, 'cyclades.disk': 2 ** 40, 'cyclades.ram': 2 ** 40 },
      services: [createFakeCyclades({ timings: { build: 1_500 } }), createFakePithos()],
    })
    return {
      note: `a fake cloud at ${fake.url}`,
      env: { SYNNEFO_URL: fake.url, SYNNEFO_TOKEN: fake.token },
      programs,
      [Symbol.asyncDispose]: () => fake.close(),
    }
  },
}
