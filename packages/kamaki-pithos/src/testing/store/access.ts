import { FakeFault } from '@x/kamaki-astakos/testing'
import { currentVersion } from './currentVersion.js'
import type { PithosStore } from './PithosStore.js'
import type { StoredContainer } from './StoredContainer.js'
import type { ObjectVersion, StoredObject, StoredSharing } from './StoredObject.js'

/** Who may do what with an object. */
export interface Grant {
  /** `<account>/<container>/<object>` that carries the sharing: the object or a directory above it. */
  readonly path: string
  readonly sharing: StoredSharing
}

/** Whether an object is a directory, whose sharing is valid for all below it. */
export const isDirectory = (version: ObjectVersion | undefined): boolean =>
  ['application/directory', 'application/folder'].includes(version?.type.split(';')[0]?.trim() ?? '')

/** The sharing that is valid for a name: its own, or that of the nearest shared directory above it. */
export function grantOf(container: StoredContainer | undefined, name: string): Grant | undefined {
  if (container === undefined) return undefined
  const own = container.objects.get(name)
  const pathOf = (object: StoredObject) => `${container.account}/${container.name}/${object.name}`
  if (own?.sharing !== undefined) return { path: pathOf(own), sharing: own.sharing }
  const parts = name.split('/')
  for (let length = parts.length - 1; length > 0; length--) {
    const parent = parts.slice(0, length).join('/')
    for (const candidate of [`${parent}/`, parent]) {
      const object = container.objects.get(candidate)
      if (object?.sharing === undefined || object.name === name || !isDirectory(currentVersion(object))) continue
      return { path: pathOf(object), sharing: object.sharing }
    }
  }
  return undefined
}

/** Whether a list of grantees has a user: by id, as a member of a group, or as everybody. */
export function lists(store: PithosStore, grantees: readonly string[], userId: string): boolean {
  return grantees.some((grantee) => {
    if (grantee === '*' || grantee === userId) return true
    const [owner = '', group] = grantee.split(':')
    return group !== undefined && (store.accounts.get(owner)?.groups.get(group)?.includes(userId) ?? false)
  })
}

/** What the sharing lets a user do. */
export function allowedTo(store: PithosStore, grant: Grant | undefined, userId: string): 'write' | 'read' | undefined {
  if (grant === undefined) return undefined
  if (lists(store, grant.sharing.write, userId)) return 'write'
  return lists(store, grant.sharing.read, userId) ? 'read' : undefined
}

/** Whether an object itself carries a sharing that has the user. */
const sharesWith = (store: PithosStore, object: StoredObject, userId: string): boolean =>
  object.sharing !== undefined && lists(store, [...object.sharing.read, ...object.sharing.write], userId)

/** Whether a container has an object that is shared with a user. */
export const isReachable = (store: PithosStore, container: StoredContainer, userId: string): boolean =>
  [...container.objects.values()].some((object) => sharesWith(store, object, userId))

/** Whether the names of a container that a listing may show: shared with the user, or at all for the owner. */
export function sharedNames(store: PithosStore, container: StoredContainer, userId: string): (name: string) => boolean {
  const isOwner = userId === container.account
  const shared = [...container.objects.values()].filter((object) =>
    isOwner ? object.sharing !== undefined : sharesWith(store, object, userId),
  )
  const exact = new Set(shared.map((object) => object.name))
  const below = shared
    .filter((object) => isDirectory(currentVersion(object)))
    .map((object) => `${object.name.replace(/\/+$/, '')}/`)
  return (name) => exact.has(name) || below.some((prefix) => name.startsWith(prefix))
}

/** @throws {FakeFault} 403 unless the user is the owner, may read the object, or it is published. */
export function checkRead(store: PithosStore, account: string, container: string, name: string, userId: string): void {
  if (userId === account) return
  const found = store.accounts.get(account)?.containers.get(container)
  if (found?.objects.get(name)?.publicId !== undefined) return
  const grant = grantOf(found, name)
  if (grant === undefined) throw new FakeFault('forbidden', 'User does not have access to the object')
  if (allowedTo(store, grant, userId) === undefined) {
    throw new FakeFault('forbidden', 'User does not have read access to the object')
  }
}

/** @throws {FakeFault} 403 unless the user is the owner or may write the object. */
export function checkWrite(store: PithosStore, account: string, container: string, name: string, userId: string): void {
  if (userId === account) return
  const grant = grantOf(store.accounts.get(account)?.containers.get(container), name)
  if (grant === undefined) throw new FakeFault('forbidden', 'User does not have access to the object')
  if (allowedTo(store, grant, userId) !== 'write') {
    throw new FakeFault('forbidden', 'User does not have write access to the object')
  }
}
