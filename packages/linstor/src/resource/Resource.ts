import { type CallOptions, ConfigurationError } from '@x/core-errors'
import { isError } from '@x/linstor-wire'
import { FAIL_EXISTS_RSC } from '@x/linstor-wire/constants'
import { resourceAutoPlace } from '../actions/resourceAutoPlace.js'
import { type ResourceData, resourceCreate } from '../actions/resourceCreate.js'
import { resourceDelete } from '../actions/resourceDelete.js'
import { resourceDeleteIfDiskless } from '../actions/resourceDeleteIfDiskless.js'
import { resourceDfnDelete } from '../actions/resourceDfnDelete.js'
import { resourceDfnModify } from '../actions/resourceDfnModify.js'
import { type ResourceToggleDiskParameters, resourceToggleDisk } from '../actions/resourceToggleDisk.js'
import { snapshotCreate } from '../actions/snapshotCreate.js'
import { snapshotDelete } from '../actions/snapshotDelete.js'
import { snapshotRollback } from '../actions/snapshotRollback.js'
import { storagePoolListRaise } from '../actions/storagePoolListRaise.js'
import { volumeDfnDelete } from '../actions/volumeDfnDelete.js'
import { volumeDfnModify } from '../actions/volumeDfnModify.js'
import { expectSuccess } from '../call/expectSuccess.js'
import { sameName } from '../check/sameName.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { isLinstorApiError } from '../errors/LinstorApiError.js'
import { storagePoolTraits } from '../lists/storagePoolTraits.js'
import { allowTwoPrimariesKey } from './allowTwoPrimariesKey.js'
import { loadResource } from './loadResource.js'
import type { Placement } from './Placement.js'
import type { ResourceOptions } from './ResourceOptions.js'
import type { ResourceState } from './ResourceState.js'
import { restoreSnapshot } from './restoreSnapshot.js'
import { Volume } from './Volume.js'
import { withDefinition } from './withDefinition.js'

/**
 * One resource with its volumes and where it is deployed. What it knows is as of the last {@link Resource.refresh},
 * which every change ends with. All outcomes of every call count: one error among them is thrown.
 *
 * @throws {LinstorApiError} from every method that asks the controller to do something, when it refuses.
 */
export class Resource {
  /** Where it goes when nothing else is said. May be changed at any time. */
  readonly placement: Placement = { redundancy: 2, disklessOnRemaining: false }
  readonly #client: LinstorClient
  readonly #volumes = new Map<number, Volume>()
  #name: string
  #port: number | undefined
  #allowTwoPrimaries = false
  #state: ResourceState | undefined

  /** A resource of which nothing is known yet; {@link openResource} makes one and asks. */
  constructor(client: LinstorClient, name: string) {
    this.#client = client
    this.#name = name
  }

  /** Name of the resource definition, as the controller spells it if it knows it. */
  get name(): string {
    return this.#name
  }

  /** Whether the resource definition exists. */
  get defined(): boolean {
    return this.#state !== undefined
  }

  /** TCP port of the replication. May be set until the resource is defined. */
  get port(): number | undefined {
    return this.#port
  }

  set port(port: number | undefined) {
    if (this.defined)
      throw new ConfigurationError('the port of a resource that is defined can not be set', { path: 'port' })
    this.#port = port
  }

  /** Whether two nodes may write at the same time, as live migration needs it. */
  get allowTwoPrimaries(): boolean {
    return this.#allowTwoPrimaries
  }

  /** The volumes by number: those that exist, and those that the next deployment creates. */
  get volumes(): ReadonlyMap<number, Volume> {
    return this.#volumes
  }

  /** Adds a volume, which the next deployment creates. @throws {ConfigurationError} when there is one of that number. */
  setVolume(number: number, volume: Volume): void {
    if (this.#volumes.get(number)?.defined) {
      throw new ConfigurationError(`volume ${number} of ${this.#name} exists`, { path: 'number' })
    }
    this.#volumes.set(number, volume)
  }

  /** Removes a volume with its data, on all nodes. */
  async deleteVolume(number: number, options: CallOptions = {}): Promise<void> {
    if (this.#volumes.get(number)?.defined) {
      const replies = await volumeDfnDelete(this.#client, { rscName: this.#name, volumeNr: number }, options)
      expectSuccess(replies, 'volumeDfnDelete')
    }
    this.#volumes.delete(number)
    if (this.defined) await this.refresh(options)
  }

  /** Sets whether two nodes may write at the same time; on a resource that is defined at once. */
  async setAllowTwoPrimaries(allow: boolean, options: CallOptions = {}): Promise<void> {
    if (this.defined) {
      const propertyDict = { [allowTwoPrimariesKey]: allow ? 'yes' : 'no' }
      expectSuccess(
        await resourceDfnModify(this.#client, { name: this.#name, propertyDict }, options),
        'resourceDfnModify',
      )
    }
    this.#allowTwoPrimaries = allow
  }

  /** Asks the controller for the present state. Volumes that do not exist yet are kept. */
  async refresh(options: CallOptions = {}): Promise<void> {
    const state = await loadResource(this.#client, this.#name, options)
    this.#state = state
    for (const [number, volume] of this.#volumes) if (volume.defined) this.#volumes.delete(number)
    if (state === undefined) return
    this.#name = state.name
    this.#port = state.port
    this.#allowTwoPrimaries = state.allowTwoPrimaries
    for (const [volumeNr, known] of state.volumes) {
      const resize = async (size: bigint, resizeOptions: CallOptions) => {
        const replies = await volumeDfnModify(this.#client, { rscName: this.#name, volumeNr, size }, resizeOptions)
        expectSuccess(replies, 'volumeDfnModify')
      }
      this.#volumes.set(volumeNr, Volume.deployed({ ...known, resize }))
    }
  }

  /** Lets the controller pick nodes, as {@link Resource.placement} says, and deploys the resource there. */
  autoplace(options: ResourceOptions = {}): Promise<void> {
    const { redundancy: placeCount, storagePool, disklessOnRemaining } = this.placement
    const parameters = { rscName: this.#name, placeCount, storagePool, disklessOnRemaining }
    return this.#deploy(options, async () => {
      expectSuccess(await resourceAutoPlace(this.#client, parameters, options), 'resourceAutoPlace')
    })
  }

  /** Makes the resource usable on a node: deploys it there without a disk, unless it is there. */
  activate(nodeName: string, options: ResourceOptions = {}): Promise<void> {
    return this.#deploy(options, async () => {
      const replies = await resourceCreate(this.#client, this.#at(nodeName, true), options)
      const errors = replies.filter((reply) => isError(reply))
      const there = errors.length > 0 && errors.every((reply) => isError(reply, FAIL_EXISTS_RSC))
      if (!there) expectSuccess(replies, 'resourceCreate')
    })
  }

  /** Takes the resource from a node if it has no disk there. */
  async deactivate(nodeName: string, options: CallOptions = {}): Promise<void> {
    const replies = await resourceDeleteIfDiskless(this.#client, { nodeName, rscName: this.#name }, options)
    expectSuccess(replies, 'resourceDeleteIfDiskless')
    await this.refresh(options)
  }

  /** Makes sure that the resource is on a node, and has no disk there. */
  diskless(nodeName: string, options: ResourceOptions = {}): Promise<void> {
    return this.#place(nodeName, true, options)
  }

  /** Makes sure that the resource is on a node, and has a disk there. */
  diskful(nodeName: string, options: ResourceOptions = {}): Promise<void> {
    return this.#place(nodeName, false, options)
  }

  /** Removes the resource with its data: from one node, or everywhere with its definition when no node is given. */
  async delete(nodeName?: string, options: CallOptions = {}): Promise<void> {
    if (nodeName === undefined) {
      expectSuccess(await resourceDfnDelete(this.#client, { name: this.#name }, options), 'resourceDfnDelete')
    } else if (this.isAssigned(nodeName)) {
      expectSuccess(await resourceDelete(this.#client, { nodeName, rscName: this.#name }, options), 'resourceDelete')
    }
    await this.refresh(options)
  }

  /** Whether the resource is on a node. */
  isAssigned(nodeName: string): boolean {
    return this.#on(nodeName) !== undefined
  }

  /** Whether the resource is on a node, without a disk. */
  isDiskless(nodeName: string): boolean {
    return this.#on(nodeName)?.diskless === true
  }

  /** Whether the resource is on a node, with a disk. */
  isDiskful(nodeName: string): boolean {
    return this.#on(nodeName)?.diskless === false
  }

  /** Names of the nodes where the resource has no disk. */
  disklessNodes(): string[] {
    return (this.#state?.nodes ?? []).filter(({ diskless }) => diskless).map(({ nodeName }) => nodeName)
  }

  /** Names of the nodes where the resource has a disk. */
  diskfulNodes(): string[] {
    return (this.#state?.nodes ?? []).filter(({ diskless }) => !diskless).map(({ nodeName }) => nodeName)
  }

  /** Whether volume 0 is in a storage pool that takes space only when it is written to. */
  async isThin(options: CallOptions = {}): Promise<boolean> {
    const storagePool = this.#volumes.get(0)?.storagePoolName
    if (storagePool === undefined) return false
    const { storPools } = await storagePoolListRaise(this.#client, { filterByStorPools: [storagePool] }, options)
    return storPools[0] !== undefined && storagePoolTraits(storPools[0]).thin
  }

  /** Takes a snapshot on all nodes that have a disk of the resource. */
  async snapshotCreate(snapshotName: string, options: CallOptions = {}): Promise<void> {
    expectSuccess(await snapshotCreate(this.#client, { rscName: this.#name, snapshotName }, options), 'snapshotCreate')
  }

  /** Removes a snapshot. */
  async snapshotDelete(snapshotName: string, options: CallOptions = {}): Promise<void> {
    expectSuccess(await snapshotDelete(this.#client, { rscName: this.#name, snapshotName }, options), 'snapshotDelete')
  }

  /** Takes the resource back to its newest snapshot. From LINSTOR 0.7.3. */
  async snapshotRollback(snapshotName: string, options: CallOptions = {}): Promise<void> {
    expectSuccess(
      await snapshotRollback(this.#client, { rscName: this.#name, snapshotName }, options),
      'snapshotRollback',
    )
  }

  /**
   * Makes a new resource of a snapshot, on all nodes that have the snapshot.
   *
   * @param options - `rollback` removes the new resource again when a step fails.
   */
  async restoreFromSnapshot(snapshotName: string, newName: string, options: ResourceOptions = {}): Promise<Resource> {
    await restoreSnapshot(
      this.#client,
      { fromResource: this.#name, fromSnapshot: snapshotName, toResource: newName },
      options,
    )
    const restored = new Resource(this.#client, newName)
    await restored.refresh(options)
    return restored
  }

  async #place(nodeName: string, diskless: boolean, options: ResourceOptions): Promise<void> {
    const now = this.#on(nodeName)
    if (now?.diskless === diskless) return
    const [operation, change] =
      now === undefined
        ? (['resourceCreate', resourceCreate] as const)
        : (['resourceToggleDisk', resourceToggleDisk] as const)
    await this.#deploy(options, async () => {
      expectSuccess(await change(this.#client, this.#at(nodeName, diskless), options), operation)
    })
  }

  // Defines what is not defined, does the work, and asks for the new state.
  async #deploy(options: ResourceOptions, work: () => Promise<void>): Promise<void> {
    const definition = {
      name: this.#name,
      port: this.#port,
      allowTwoPrimaries: this.#allowTwoPrimaries,
      exists: this.defined,
      volumes: new Map([...this.#volumes].filter(([, volume]) => !volume.defined)),
      storagePool: this.placement.storagePool,
    }
    try {
      await withDefinition(this.#client, definition, options, work)
    } catch (error) {
      // What was done before the controller refused is known from now on, so that the same can be tried again.
      if (isLinstorApiError(error)) await this.refresh(options).catch(() => {}) // the refusal is what counts
      throw error
    }
    await this.refresh(options)
  }

  #at(nodeName: string, diskless: boolean): ResourceData & ResourceToggleDiskParameters {
    const { storagePool, disklessStoragePool } = this.placement
    return { nodeName, rscName: this.#name, diskless, storagePool: diskless ? disklessStoragePool : storagePool }
  }

  #on(nodeName: string) {
    return this.#state?.nodes.find((node) => sameName(node.nodeName, nodeName))
  }
}
