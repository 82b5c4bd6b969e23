import { FakeFault } from '@x/kamaki-astakos/testing'
import { checkRead, checkWrite } from '../store/access.js'
import { currentVersion } from '../store/currentVersion.js'
import type { PithosStore } from '../store/PithosStore.js'
import type { StoredContainer } from '../store/StoredContainer.js'
import type { FakeReply } from './FakeReply.js'
import type { FakeRequest } from './FakeRequest.js'
import { type GivenObject, givenObject } from './objectHeaders.js'
import { mergeMetadata } from './prefixedHeaders.js'
import { applyAccess } from './writeObject.js'

/** Address of an object. */
export interface ObjectAddress {
  readonly account: string
  readonly container: string
  readonly name: string
}

/** What is copied or moved where. */
export interface CopyJob {
  readonly source: ObjectAddress
  readonly target: ObjectAddress
  readonly isMove: boolean
  /** With one, all below the source follows it. */
  readonly delimiter: string | undefined
}

/** Copies or moves an object, and with a delimiter what is below it. */
export function copyOrMove(store: PithosStore, request: FakeRequest, job: CopyJob): FakeReply {
  const { source, target, isMove, delimiter } = job
  const { user, headers, query } = request
  const all = givenObject(request)
  const given = query.has('ignore_content_type') ? { ...all, type: undefined } : all
  if (isMove && user.id !== source.account) throw new FakeFault('forbidden', '')
  checkRead(store, source.account, source.container, source.name, user.id)
  const from = store.container(source.account, source.container)
  if (target.account !== user.id || store.accounts.get(target.account)?.containers.has(target.container)) {
    checkWrite(store, target.account, target.container, target.name, user.id)
  }
  const to = store.container(target.account, target.container)
  const version = isMove ? undefined : headers.get('x-source-version') || undefined
  const prefix = delimiter && !source.name.endsWith(delimiter) ? source.name + delimiter : source.name
  const below = delimiter ? namesBelow(store, from, prefix) : []
  const made = [copyOne(store, user.id, from, source.name, to, target.name, isMove, given, version)]
  const targetPrefix = delimiter && !target.name.endsWith(delimiter) ? target.name + delimiter : target.name
  for (const name of below) {
    const copied = targetPrefix + name.slice(prefix.length)
    made.push(copyOne(store, user.id, from, name, to, copied, isMove, nothingGiven, undefined))
  }
  applyAccess(store, to, target.name, given)
  const bytes = made.reduce((sum, { size }) => sum + size, 0)
  const ids = made.map(({ id }) => id)
  return { status: 201, headers: { 'X-Object-Version': isMove ? `([${ids.join(', ')}], ${bytes}, ${bytes})` : ids[0] } }
}

const nothingGiven: GivenObject = { type: undefined, meta: new Map(), sharing: undefined, isPublic: undefined }

/** The objects whose names begin with a prefix. */
export const namesBelow = (store: PithosStore, container: StoredContainer, prefix: string): string[] =>
  store
    .sortedNames(container)
    .filter((name) => name.startsWith(prefix) && currentVersion(container.objects.get(name)) !== undefined)

function copyOne(
  store: PithosStore,
  userId: string,
  from: StoredContainer,
  name: string,
  to: StoredContainer,
  targetName: string,
  isMove: boolean,
  given: GivenObject,
  wanted: string | undefined,
): { id: number; size: number } {
  const object = from.objects.get(name)
  const present = currentVersion(object)
  const source =
    wanted === undefined ? present : object?.versions.find(({ id, deleted }) => String(id) === wanted && !deleted)
  if (object === undefined || source === undefined) {
    throw new FakeFault(
      'itemNotFound',
      `${object === undefined || wanted === undefined ? 'Object' : 'Version'} does not exist`,
    )
  }
  const isSelf = from === to && name === targetName
  const version = store.addVersion(
    to,
    targetName,
    {
      deleted: false,
      size: source.size,
      hashes: source.hashes,
      hash: source.hash,
      // The service takes these of the present version, also when another one is copied.
      checksum: present?.checksum ?? '',
      type: given.type ?? present?.type ?? '',
      uuid: present !== undefined && (isMove || isSelf) ? present.uuid : crypto.randomUUID(),
      meta: mergeMetadata(source.meta, given.meta, false),
      modifiedBy: userId,
    },
    isMove ? from : undefined,
  )
  if (isMove && !isSelf) store.remove(from, object, userId)
  return { id: version.id, size: version.size }
}
