import { type FakeCloud, FakeFault, type FakeUser } from '@x/kamaki-astakos/testing'
import type {
  CreateFakeCycladesParameters,
  FakeFlavor,
  FakeTimings,
  FakeVolumeType,
} from '../CreateFakeCycladesParameters.js'
import type {
  FakeEntity,
  FakeFloatingIp,
  FakeImage,
  FakeKeypair,
  FakeNetwork,
  FakePort,
  FakeServer,
  FakeSubnet,
  FakeVolume,
} from './entities.js'

const defaultTimings: FakeTimings = { build: 2_000, task: 500, port: 500, volume: 500, snapshot: 500, tag: 500 }

const defaultFlavors = [
  { id: 1, name: 'C1R512D10drbd', vcpus: 1, ram: 512, disk: 10, disk_template: 'drbd', volume_type: 1 },
  { id: 21, name: 'C2R2048D20drbd', vcpus: 2, ram: 2_048, disk: 20, disk_template: 'drbd', volume_type: 1 },
  { id: 42, name: 'C2R2048D20ext', vcpus: 2, ram: 2_048, disk: 20, disk_template: 'ext_archipelago', volume_type: 2 },
  { id: 43, name: 'C4R4096D20ext', vcpus: 4, ram: 4_096, disk: 20, disk_template: 'ext_archipelago', volume_type: 2 },
]

/** Everything that a fake of compute, network, volume and image remembers, and what is yet to happen to it. */
export class CycladesState {
  readonly cloud: FakeCloud
  readonly timings: FakeTimings
  readonly rescueEnabled: boolean
  readonly networkTypes: readonly string[]
  readonly flavors = new Map<number, FakeFlavor>()
  readonly volumeTypes = new Map<number, FakeVolumeType>()
  readonly servers = new Map<number, FakeServer>()
  readonly networks = new Map<string, FakeNetwork>()
  readonly subnets = new Map<string, FakeSubnet>()
  readonly ports = new Map<string, FakePort>()
  readonly floatingIps = new Map<string, FakeFloatingIp>()
  readonly volumes = new Map<string, FakeVolume>()
  readonly images = new Map<string, FakeImage>()
  readonly keypairs = new Map<string, FakeKeypair>()
  /** Addresses of the public network that nobody holds. */
  readonly freeAddresses: string[]
  /** How many of the servers made next end in `ERROR`. */
  failingServers = 0
  #due: { at: number; run: () => void }[] = []
  readonly #last = new Map<string, number>()

  constructor(cloud: FakeCloud, parameters: CreateFakeCycladesParameters) {
    const { flavors = defaultFlavors, publicAddresses = 20, timings = {}, rescue = false, networkTypes } = parameters
    this.cloud = cloud
    this.timings = { ...defaultTimings, ...timings }
    this.rescueEnabled = rescue
    this.networkTypes = networkTypes ?? ['MAC_FILTERED']
    for (const flavor of flavors) {
      const whole = { ...defaultFlavors[0], allow_create: true, is_public: true, access: [], ...flavor } as FakeFlavor
      this.flavors.set(flavor.id, whole)
    }
    this.volumeTypes.set(1, { id: 1, name: 'drbd', disk_template: 'drbd', detachable: false })
    this.volumeTypes.set(2, { id: 2, name: 'ext_archipelago', disk_template: 'ext_archipelago', detachable: true })
    this.freeAddresses = Array.from({ length: publicAddresses }, (_, index) => `203.0.113.${index + 2}`)
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.cloud.clock.now()
  }

  /** Does something later; it is seen by the first request after that. */
  later(delayMs: number, run: () => void): void {
    this.#due.push({ at: this.now() + delayMs, run })
  }

  /** Does what has fallen due, in order. */
  settle(): void {
    const now = this.now()
    for (;;) {
      const next = this.#due.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at)[0]
      if (next === undefined) return
      this.#due = this.#due.filter((item) => item !== next)
      next.run()
    }
  }

  /** The next number of a kind of things. */
  nextId(kind: string, first: number): number {
    const id = (this.#last.get(kind) ?? first - 1) + 1
    this.#last.set(kind, id)
    return id
  }

  /** What a new thing has in common with all others. */
  newEntity(user: FakeUser, project: string, shared: unknown): FakeEntity {
    const now = this.now()
    return { user: user.id, project, shared: shared === true, created: now, updated: now, deleted: false }
  }

  /** Whether a user may see something: it is theirs, or shared with a project of theirs. */
  mayUse(user: FakeUser, { user: owner, project, shared }: Pick<FakeEntity, 'user' | 'project' | 'shared'>): boolean {
    return owner === user.id || (shared && (this.cloud.projects.get(project)?.members.has(user.id) ?? false))
  }

  /** A server that a user may see. @throws {FakeFault} 400 for an id that is no number, 404 for an unknown one. */
  server(user: FakeUser, id: string | number | undefined): FakeServer {
    if (!/^\d+$/.test(String(id))) throw new FakeFault('badRequest', 'API endpoint not found')
    return this.#found(this.servers.get(Number(id)), user, 'Server')
  }

  /** A volume that a user may see. @throws {FakeFault} 404 */
  volume(user: FakeUser, id: unknown): FakeVolume {
    return this.#found(this.volumes.get(String(id)), user, 'Volume')
  }

  /** A floating IP address that a user may see. @throws {FakeFault} 404 */
  floatingIp(user: FakeUser, id: unknown): FakeFloatingIp {
    const found = this.#found(this.floatingIps.get(String(id)), user, 'Floating IP')
    if (found.deleted) throw new FakeFault('itemNotFound', 'Floating IP not found.')
    return found
  }

  /** A port of a user. @throws {FakeFault} 404 */
  port(user: FakeUser, id: unknown): FakePort {
    const port = this.ports.get(String(id))
    if (port === undefined || port.user !== user.id) throw new FakeFault('itemNotFound', 'Port not found.')
    return port
  }

  /** A network that a user may see, public ones too. @throws {FakeFault} 404 */
  network(user: FakeUser, id: unknown): FakeNetwork {
    const network = this.networks.get(String(id))
    const visible =
      network !== undefined &&
      !network.deleted &&
      (network.public ||
        this.mayUse(user, { user: network.user ?? '', project: network.project ?? '', shared: network.shared }))
    if (!visible) throw new FakeFault('itemNotFound', 'Network not found.')
    return network
  }

  /** An image that a user may see. @throws {FakeFault} 404 */
  image(user: FakeUser, id: unknown): FakeImage {
    const image = this.images.get(String(id))
    if (image === undefined || !this.seesImage(user, image)) throw new FakeFault('itemNotFound', 'Image not found.')
    return image
  }

  /** Whether a user may use an image: it is theirs, public, or they are a member. */
  seesImage(user: FakeUser, { owner, is_public, members }: FakeImage): boolean {
    return is_public || owner === user.id || members.has(user.id)
  }

  /** A flavor. @throws {FakeFault} 404 */
  flavor(id: unknown): FakeFlavor {
    const flavor = this.flavors.get(Number(id))
    if (flavor === undefined) throw new FakeFault('itemNotFound', 'Flavor not found.')
    return flavor
  }

  #found<T extends FakeEntity>(thing: T | undefined, user: FakeUser, name: string): T {
    if (thing === undefined || !this.mayUse(user, thing)) throw new FakeFault('itemNotFound', `${name} not found.`)
    return thing
  }
}
