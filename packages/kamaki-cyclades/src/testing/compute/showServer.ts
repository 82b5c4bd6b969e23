import { isoTime } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakePort, FakeServer } from '../state/entities.js'

/** A server in a list without details. */
export const showServerBrief = (state: CycladesState, { id, name }: FakeServer) => ({
  id,
  name,
  links: links(state, `/compute/v2.0/servers/${id}`),
})

/** A server in full. */
export function showServer(state: CycladesState, server: FakeServer) {
  const { id, metadata, keys } = server
  const ports = workingPorts(state, server)
  return {
    ...showServerBrief(state, server),
    user_id: server.user,
    tenant_id: server.project,
    shared_to_project: server.shared,
    status: server.status,
    'SNF:task_state': server.task,
    progress: progress(state, server),
    hostId: '',
    created: isoTime(server.created),
    updated: isoTime(server.updated),
    flavor: { id: server.flavor, links: links(state, `/compute/v2.0/flavors/${server.flavor}`) },
    image: { id: server.image, links: links(state, `/compute/v2.0/images/${server.image}`) },
    suspended: server.suspended,
    metadata,
    tags: [...server.tags].filter(([, status]) => status === 'ACTIVE').map(([tag]) => tag),
    attachments: ports.map(showNic),
    addresses: showAddresses(ports),
    volumes: [...state.volumes.values()].filter((volume) => volume.server === id).map((volume) => Number(volume.id)),
    diagnostics: server.status === 'BUILD' ? [] : [diagnostic(server)],
    security_groups: [{ name: 'default' }],
    key_name: keys[0] ?? null,
    'SNF:key_names': keys,
    config_drive: '',
    accessIPv4: '',
    accessIPv6: '',
    'SNF:fqdn': `snf-${id}.vm.example.org`,
    'SNF:port_forwarding': {},
    deleted: server.deleted,
    'SNF:rescue': server.rescued,
  }
}

/** The ports of a server that work. */
export const workingPorts = (state: CycladesState, { id }: FakeServer): FakePort[] =>
  [...state.ports.values()].filter((port) => port.server === id && port.status === 'ACTIVE')

/** A port as its server shows it. */
export const showNic = (port: FakePort) => ({
  id: Number(port.id),
  network_id: port.network,
  mac_address: port.mac,
  ipv4: port.address ?? '',
  ipv6: '',
  firewallProfile: port.firewall,
  'OS-EXT-IPS:type': port.floating ? 'floating' : 'fixed',
})

/** Addresses by network. */
export function showAddresses(ports: readonly FakePort[]): Record<string, object[]> {
  const addresses: Record<string, object[]> = {}
  for (const { network, address, floating } of ports) {
    const list = addresses[network] ?? []
    addresses[network] = list
    if (address !== null) list.push({ version: 4, addr: address, 'OS-EXT-IPS:type': floating ? 'floating' : 'fixed' })
  }
  return addresses
}

/** What happened while a server was built. */
export const diagnostic = (server: FakeServer) => ({
  source: 'image-info',
  source_date: isoTime(server.builtAt),
  created: isoTime(server.builtAt),
  message:
    server.status === 'ERROR' ? 'The image could not be deployed.' : 'Image customization finished successfully.',
  details: null,
  level: server.status === 'ERROR' ? 'ERROR' : 'DEBUG',
})

/** Where a thing is, in the two forms that the services give. */
export const links = (state: CycladesState, path: string) =>
  ['self', 'bookmark'].map((rel) => ({ rel, href: `${state.cloud.origin()}${path}` }))

function progress(state: CycladesState, { status, created, builtAt }: FakeServer): number {
  if (status !== 'BUILD') return status === 'ERROR' ? 0 : 100
  return Math.min(99, Math.floor((100 * (state.now() - created)) / Math.max(1, builtAt - created)))
}
