import { FakeFault, type FakeUser } from '@x/kamaki-astakos/testing'
import type { CycladesState } from './CycladesState.js'
import type { FakeFloatingIp, FakeNetwork, FakePort } from './entities.js'
import { touch } from './tasks.js'

/** A port to be made. */
export interface NewPort {
  readonly server: number | null
  readonly network: FakeNetwork
  readonly name?: string
  /** The wanted address. */
  readonly address?: string | undefined
  /** Whether any free floating IP address may be taken when none is wanted. */
  readonly anyAddress?: boolean
  /** Whether a public address is lent that is nobody's floating IP address. */
  readonly lent?: boolean
  readonly groups?: readonly unknown[]
  /** When it works, in milliseconds from now. */
  readonly readyAfterMs: number
}

/** Makes a port. @throws {FakeFault} as the network service does for addresses that are missing, foreign or in use. */
export function addPort(state: CycladesState, user: FakeUser, wanted: NewPort): FakePort {
  const { network, server, name = '', groups = [], readyAfterMs, lent = false } = wanted
  const floating = network.public && !lent ? floatingFor(state, user, wanted) : undefined
  const id = String(state.nextId('port', 9_001))
  const port: FakePort = {
    id,
    name,
    network: network.id,
    user: user.id,
    server,
    status: server === null ? 'DOWN' : 'BUILD',
    address: floating?.address ?? (lent ? lentAddress(state) : privateAddress(state, network)),
    floating: floating !== undefined,
    mac: `aa:0c:f1:00:${hex(Number(id) >> 8)}:${hex(Number(id) & 255)}`,
    groups,
    firewall: 'DISABLED',
    created: state.now(),
    updated: state.now(),
  }
  state.ports.set(id, port)
  if (floating !== undefined) touch(state, floating, { port: id })
  if (server !== null) state.later(readyAfterMs, () => touch(state, port, { status: 'ACTIVE' }))
  return port
}

function floatingFor(
  state: CycladesState,
  user: FakeUser,
  { network, address, anyAddress = false }: NewPort,
): FakeFloatingIp {
  const mine = [...state.floatingIps.values()].filter((item) => !item.deleted && state.mayUse(user, item))
  if (address === undefined) {
    if (!anyAddress) throw new FakeFault('badRequest', 'fixed_ips must hold a floating IP address of that network')
    const free = mine.find((item) => item.port === null && item.network === network.id)
    if (free === undefined) throw new FakeFault('conflict', 'No free floating IP address')
    return free
  }
  const found = mine.find((item) => item.address === address)
  if (found === undefined) throw new FakeFault('itemNotFound', `Floating IP '${address}' not found`)
  if (found.port !== null || found.network !== network.id) {
    throw new FakeFault('conflict', `Floating IP '${address}' is in use or of another network`)
  }
  return found
}

function lentAddress(state: CycladesState): string {
  const address = state.freeAddresses.shift()
  if (address === undefined) throw new FakeFault('serviceUnavailable', 'No public address is left')
  return address
}

// The first address of the subnet that no port has. Addresses that a caller asks for are ignored, as by the service.
function privateAddress(state: CycladesState, network: FakeNetwork): string | null {
  const subnet = [...state.subnets.values()].find((item) => item.network === network.id && item.version === 4)
  if (subnet === undefined) return null
  const base = subnet.cidr.split('/')[0]?.split('.').slice(0, 3).join('.')
  const used = new Set([...state.ports.values()].map(({ address }) => address))
  for (let last = 2; last < 255; last++) {
    const address = `${base}.${last}`
    if (address !== subnet.gateway && !used.has(address)) return address
  }
  throw new FakeFault('conflict', 'No address left in the subnet')
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')
