import type { ApiOk } from '../schemas/ApiOk.js'
import type { AttachmentDesc } from '../schemas/AttachmentDesc.js'
import type { Export } from '../schemas/Export.js'
import type { ISCSIConfigData } from '../schemas/ISCSIConfigData.js'
import type { MaintenanceNodeDesc } from '../schemas/MaintenanceNodeDesc.js'
import type { RemoteBridge } from '../schemas/RemoteBridge.js'
import type { RemoteCluster } from '../schemas/RemoteCluster.js'
import type { RemoteLocation } from '../schemas/RemoteLocation.js'
import type { RemoteSnapshot } from '../schemas/RemoteSnapshot.js'
import type { VolumeTemplateDesc } from '../schemas/VolumeTemplateDesc.js'
import type { FakeDisk } from './FakeDisk.js'
import { type FakeVolume, nameOf } from './FakeVolume.js'
import { doesNotExist } from './Refusal.js'

/** A placement group of the fake. */
export interface FakePlacementGroup {
  readonly id: number
  name: string
  readonly disks: Set<number>
}

/** A bucket of the fake's key-value store. */
export interface FakeBucket {
  version: bigint
  readonly pairs: Map<string, string>
}

/** Everything that one cluster of the fake knows. */
export class FakeCluster {
  generation = 1n
  readonly volumes: FakeVolume[] = []
  readonly attachments: AttachmentDesc[] = []
  readonly templates = new Map<string, VolumeTemplateDesc>()
  readonly placementGroups = new Map<string, FakePlacementGroup>()
  readonly disks = new Map<number, FakeDisk>()
  /** Ids of the servers and whether each is up. */
  readonly servers = new Map<number, boolean>()
  /** Ids of the clients and whether each is up. */
  readonly clients = new Map<number, boolean>()
  readonly locations = new Map<string, RemoteLocation>()
  readonly clusters = new Map<string, RemoteCluster>()
  readonly bridges = new Map<string, RemoteBridge>()
  readonly exports: Export[] = []
  readonly volumeExports: Export[] = []
  readonly remoteSnapshots: RemoteSnapshot[] = []
  readonly remoteVolumes: RemoteSnapshot[] = []
  readonly iscsi: ISCSIConfigData = {
    baseName: 'iqn.2012-11.storpool:fake',
    initiators: Object.create(null),
    portalGroups: Object.create(null),
    targets: Object.create(null),
  }
  readonly buckets = new Map<string, FakeBucket>()
  readonly maintenance = new Map<number, MaintenanceNodeDesc>()
  readonly vags = new Map<bigint, { targetsCount: number }>([[1n, { targetsCount: 1024 }]])
  balancer: 'nothing to do' | 'working' | 'ready' = 'nothing to do'
  /** What calls to other clusters act on, by the name of the cluster. */
  readonly others = new Map<string, FakeCluster>()
  #ids = 0n

  /** @param clock - Milliseconds since 1970. */
  constructor(
    readonly number: number,
    readonly clock: () => number,
  ) {}

  /** Unix time in seconds. */
  now(): bigint {
    return BigInt(Math.floor(this.clock() / 1_000))
  }

  /** Notes a change: the next generation, and the answer that tells it. */
  changed(): ApiOk {
    this.generation++
    return { ok: true, generation: this.generation }
  }

  /** A number never given before, and the global id made of it. */
  nextId(): { id: bigint; globalId: string } {
    const id = ++this.#ids
    return { id, globalId: `fake.${this.number.toString(36)}.${id.toString(36)}` }
  }

  /** Finds a volume or snapshot by its name, or by `~` and its global id. */
  find(name: string, isSnapshot: boolean): FakeVolume | undefined {
    const matches = (each: FakeVolume) => name === (name.startsWith('~') ? `~${each.globalId}` : nameOf(each))
    return this.volumes.find((each) => each.isSnapshot === isSnapshot && matches(each))
  }

  volume(name: string): FakeVolume {
    return this.#found('Volume', name, this.find(name, false))
  }

  snapshot(name: string): FakeVolume {
    return this.#found('Snapshot', name, this.find(name, true))
  }

  template(name: string): VolumeTemplateDesc {
    return this.#found('Template', name, this.templates.get(name))
  }

  placementGroup(name: string): FakePlacementGroup {
    return this.#found('Placement group', name, this.placementGroups.get(name))
  }

  disk(id: number): FakeDisk {
    return this.#found('Disk', id, this.disks.get(id))
  }

  location(name: string): RemoteLocation {
    return this.#found('Location', name, this.locations.get(name))
  }

  cluster(name: string): RemoteCluster {
    return this.#found('Cluster', name, this.clusters.get(name))
  }

  bucket(name: string): FakeBucket {
    return this.#found('Bucket', name, this.buckets.get(name))
  }

  /** Refuses unless there is a client of this id. */
  requireClient(id: number): void {
    this.#found('Client', id, this.clients.get(id))
  }

  #found<T>(what: string, name: unknown, found: T | undefined): T {
    if (found === undefined) throw doesNotExist(what, name)
    return found
  }
}
