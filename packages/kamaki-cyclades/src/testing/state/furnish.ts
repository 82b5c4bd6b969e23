import type { FakeImageInput } from '../CreateFakeCycladesParameters.js'
import type { CycladesState } from './CycladesState.js'

const debian: FakeImageInput = {
  name: 'Debian Base',
  is_public: true,
  properties: { os: 'debian', osfamily: 'linux', users: 'root' },
}

/** Puts the public network and the images into an empty cloud. */
export function furnish(state: CycladesState, images: readonly FakeImageInput[] = [debian]): void {
  const now = state.now()
  const network = String(state.nextId('publicNetwork', 55))
  state.networks.set(network, {
    id: network,
    name: 'Public IPv4 network',
    type: 'IP_LESS_ROUTED',
    public: true,
    user: null,
    project: null,
    shared: false,
    created: now,
    updated: now,
    deleted: false,
  })
  state.subnets.set('80', {
    id: '80',
    network,
    name: '',
    cidr: '203.0.113.0/24',
    gateway: '203.0.113.1',
    version: 4,
    pools: [{ start: '203.0.113.2', end: '203.0.113.254' }],
    dhcp: true,
    nameServers: [],
    routes: [],
    slaac: false,
    updated: now,
    deleted: false,
  })
  for (const input of images) {
    const owner = input.owner ?? state.cloud.users.keys().next().value ?? ''
    const id = input.id ?? crypto.randomUUID()
    const file = `${input.name.toLowerCase().replaceAll(/\W+/g, '-')}.diskdump`
    state.images.set(id, {
      id,
      name: input.name,
      owner,
      status: 'AVAILABLE',
      location: input.location ?? `pithos://${owner}/images/${file}`,
      checksum: '3c'.repeat(32),
      size: input.size ?? 903_471_104,
      disk_format: 'diskdump',
      container_format: 'bare',
      is_public: input.is_public ?? false,
      description: '',
      properties: { ...input.properties },
      members: new Set(),
      volume: null,
      volumeSize: 0,
      metadata: {},
      project: owner,
      created: now,
      updated: now,
      deleted: false,
    })
  }
}
