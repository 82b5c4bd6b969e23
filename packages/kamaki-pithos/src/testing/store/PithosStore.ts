import { type FakeCloud, FakeFault } from '@x/kamaki-astakos/testing'
import { BlockStore } from './BlockStore.js'
import { compareCodePoints } from './compareCodePoints.js'
import { currentVersion } from './currentVersion.js'
import type { PithosSettings } from './PithosSettings.js'
import type { StoredAccount } from './StoredAccount.js'
import type { StoredContainer } from './StoredContainer.js'
import type { ObjectVersion, StoredObject } from './StoredObject.js'

const resource = 'pithos.diskspace'

/** All that a fake object store holds. */
export class PithosStore {
  readonly accounts = new Map<string, StoredAccount>()
  /** Published objects by the last part of their address. */
  readonly published = new Map<string, { container: StoredContainer; object: StoredObject }>()
  readonly blocks: BlockStore
  readonly cloud: FakeCloud
  readonly settings: PithosSettings
  #lastId = 0

  constructor(cloud: FakeCloud, settings: PithosSettings) {
    this.cloud = cloud
    this.settings = settings
    this.blocks = new BlockStore(settings.blockSize, settings.hasher)
  }

  /** Seconds since 1970. */
  now(): number {
    return this.cloud.clock.now() / 1000
  }

  /** Number and time of a new version: one growing number for accounts, containers and objects alike. */
  stamp(): { id: number; at: number } {
    return { id: ++this.#lastId, at: this.now() }
  }

  /** An account, made now if it is the asking user's own. */
  account(id: string, userId: string): StoredAccount | undefined {
    const known = this.accounts.get(id)
    if (known !== undefined || id !== userId) return known
    const account: StoredAccount = {
      id,
      versions: [{ ...this.stamp(), meta: new Map() }],
      groups: new Map(),
      containers: new Map(),
    }
    this.accounts.set(id, account)
    return account
  }

  /** @throws {FakeFault} 404 */
  container(account: string, name: string): StoredContainer {
    const container = this.accounts.get(account)?.containers.get(name)
    if (container === undefined) throw new FakeFault('itemNotFound', 'Container does not exist')
    return container
  }

  /** The valid version of an object. @throws {FakeFault} 404 */
  existing(container: StoredContainer, name: string): { object: StoredObject; version: ObjectVersion } {
    const object = container.objects.get(name)
    const version = currentVersion(object)
    if (object === undefined || version === undefined) throw new FakeFault('itemNotFound', 'Object does not exist')
    return { object, version }
  }

  /** An object's entry, made when it is missing. */
  objectEntry(container: StoredContainer, name: string): StoredObject {
    const known = container.objects.get(name)
    if (known !== undefined) return known
    const object: StoredObject = { name, versions: [], sharing: undefined, publicId: undefined }
    container.objects.set(name, object)
    container.sortedNames = undefined
    return object
  }

  /** Names of all objects there ever were, by code point. */
  sortedNames(container: StoredContainer): readonly string[] {
    container.sortedNames ??= [...container.objects.keys()].sort(compareCodePoints)
    return container.sortedNames
  }

  /** Number and bytes of the objects, now or before a time. */
  usage(container: StoredContainer, until?: number): { count: number; bytes: number } {
    let [count, bytes] = [0, 0]
    for (const object of container.objects.values()) {
      const version = currentVersion(object, until)
      if (version === undefined) continue
      count++
      bytes += version.size
    }
    return { count, bytes }
  }

  /**
   * Adds a version to an object after the quotas agreed; the one before it goes when the container keeps no history.
   *
   * @throws {FakeFault} 413
   */
  addVersion(
    container: StoredContainer,
    name: string,
    version: Omit<ObjectVersion, 'id' | 'at'>,
    refund?: StoredContainer,
  ): ObjectVersion {
    const before = currentVersion(container.objects.get(name))?.size ?? 0
    this.#checkContainerQuota(container, version.size - before, refund === container ? version.size : 0)
    this.#charge(
      container,
      version.size - before,
      refund?.policy.project === container.policy.project ? version.size : 0,
    )
    const object = this.objectEntry(container, name)
    const stamped = { ...version, ...this.stamp() }
    if (container.policy.versioning === 'none') object.versions.pop()
    object.versions.push(stamped)
    return stamped
  }

  /** Deletes an object: its history stays where the container keeps one, sharing and publication end. */
  remove(container: StoredContainer, object: StoredObject, userId: string): void {
    const version = currentVersion(object)
    if (version === undefined) return
    this.#charge(container, -version.size, 0)
    const gone = {
      deleted: true,
      size: 0,
      hashes: [],
      hash: '',
      checksum: '',
      type: '',
      meta: new Map<string, string>(),
    }
    const stamped = { ...this.stamp(), ...gone, uuid: version.uuid, modifiedBy: userId }
    if (container.policy.versioning === 'none') object.versions.pop()
    object.versions.push(stamped)
    object.sharing = undefined
    this.unpublish(object)
  }

  /** Destroys the versions of an object up to a time, the valid one included. */
  purge(container: StoredContainer, object: StoredObject, until: number, keepCurrent: boolean): void {
    const current = currentVersion(object)
    object.versions = object.versions.filter((version) => version.at > until || (keepCurrent && version === current))
    if (current === undefined || object.versions.includes(current)) return
    this.#charge(container, -current.size, 0)
    object.sharing = undefined
    this.unpublish(object)
  }

  /** Takes the whole of a container from one project and charges it to another. @throws {FakeFault} 413 */
  reassign(container: StoredContainer, project: string): void {
    if (container.policy.project === project) return
    const { bytes } = this.usage(container)
    const old = container.policy.project
    container.policy.project = project
    try {
      this.#charge(container, bytes, 0)
    } catch (error) {
      container.policy.project = old
      throw error
    }
    this.#book(container.account, old, -bytes)
  }

  publish(container: StoredContainer, object: StoredObject): void {
    if (object.publicId !== undefined) return
    const letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
    const random = crypto.getRandomValues(new Uint8Array(16))
    object.publicId = Array.from(random, (byte) => letters[byte % letters.length]).join('')
    this.published.set(object.publicId, { container, object })
  }

  unpublish(object: StoredObject): void {
    if (object.publicId !== undefined) this.published.delete(object.publicId)
    object.publicId = undefined
  }

  #checkContainerQuota(container: StoredContainer, delta: number, refund: number): void {
    const { quota } = container.policy
    if (quota === 0 || delta <= 0) return
    const usage = this.usage(container).bytes + delta - refund
    if (usage <= quota) return
    throw new FakeFault(
      'requestEntityTooLarge',
      `Quota error: Container quota exceeded: limit: ${quota}, usage: ${usage}`,
    )
  }

  // What a move frees in the same project at the same time is not asked for.
  #charge(container: StoredContainer, delta: number, refund: number): void {
    const target = { user: container.account, project: container.policy.project }
    const shortage = this.cloud.quotas.shortage(target, { [resource]: delta - refund })
    if (shortage !== undefined) {
      const { limit, usage, quantity } = shortage
      const message = `Limit for resource 'Storage space' exceeded for the project. Available: ${limit - usage}, Requested: ${quantity}`
      throw new FakeFault('fault', message, { status: 413 })
    }
    this.#book(target.user, target.project, delta)
  }

  #book(user: string, project: string, bytes: number): void {
    this.cloud.quotas.book({ user, project }, { [resource]: bytes })
  }
}
