import { FakeFault } from '@x/kamaki-astakos/testing'
import { isReachable } from '../store/access.js'
import { compareCodePoints } from '../store/compareCodePoints.js'
import { versionBefore } from '../store/currentVersion.js'
import type { PithosStore } from '../store/PithosStore.js'
import type { StoredAccount } from '../store/StoredAccount.js'
import type { StoredContainer } from '../store/StoredContainer.js'
import { checkModified } from './conditions.js'
import type { FakeReply } from './FakeReply.js'
import type { FakeRequest } from './FakeRequest.js'
import { headerKey } from './headerKey.js'
import { httpDate, isoDate } from './httpDate.js'
import { accountModified, changedBefore, containerModified, lastBefore } from './modified.js'
import { listingLimit, wholeNumber } from './parameters.js'
import { mergeMetadata, metadataHeaders, prefixedHeaders } from './prefixedHeaders.js'
import { pythonJson } from './pythonJson.js'

const groupPrefix = 'X-Account-Group-'

/** `HEAD` and `GET` of an account. */
export function readAccount(store: PithosStore, request: FakeRequest): FakeReply {
  const { user, method } = request
  const id = request.account ?? ''
  const until = wholeNumber(request, 'until')
  const account = store.account(id, user.id)
  const isOwner = id === user.id
  if (account === undefined || (!isOwner && !reachable(store, account, user.id).length)) {
    throw new FakeFault('forbidden', 'User does not have read access to the account')
  }
  if (!isOwner && until !== undefined)
    throw new FakeFault('forbidden', "Accessing other account's historical information is not allowed")
  const modified = accountModified(account)
  checkModified(request, modified)
  const headers = {
    'Last-Modified': httpDate(modified),
    ...(isOwner ? ownerHeaders(store, account, until) : {}),
  }
  if (method === 'HEAD') return { status: 204, headers }
  const containers = listed(store, account, request)
  if (request.asText) {
    return containers.length === 0
      ? { status: 204, headers }
      : { status: 200, headers, body: containers.map(({ name }) => `${name}\n`).join('') }
  }
  const entries = containers.map((container) => containerEntry(store, container, isOwner, until))
  return { status: 200, headers, body: pythonJson(entries) }
}

const reachable = (store: PithosStore, account: StoredAccount, userId: string): StoredContainer[] =>
  [...account.containers.values()].filter((container) => isReachable(store, container, userId))

function ownerHeaders(store: PithosStore, account: StoredAccount, until: number | undefined) {
  const containers = [...account.containers.values()]
  const then = containers.filter(({ versions }) => versionBefore(versions, until) !== undefined)
  const limits = [...store.cloud.projects.values()].filter(
    ({ members, resources }) => members.has(account.id) && resources['pithos.diskspace'] !== undefined,
  )
  const limitOf = (project: string) => store.cloud.quotas.line({ user: account.id, project }, 'pithos.diskspace').limit
  const meta = versionBefore(account.versions, until)?.meta ?? new Map<string, string>()
  const headers: Record<string, string> = {
    'X-Account-Container-Count': String(then.length),
    'X-Account-Bytes-Used': String(containers.reduce((sum, container) => sum + store.usage(container).bytes, 0)),
    'X-Account-Policy-Quota': String(limits.reduce((sum, { id }) => sum + limitOf(id), 0n)),
  }
  for (const { id } of limits) headers[headerKey(`X-Account-Policy-Quota-${id}`)] = String(limitOf(id))
  for (const [name, members] of account.groups) headers[headerKey(groupPrefix + name)] = members.join(',')
  for (const [name, value] of meta) headers[name] = value
  if (until !== undefined) {
    const latest = Math.max(
      lastBefore(account.versions, until),
      ...then.map((container) => changedBefore(container, until)),
    )
    headers['X-Account-Until-Timestamp'] = httpDate(latest)
  }
  return headers
}

// Only a plain listing of one's own containers knows limit and marker.
function listed(store: PithosStore, account: StoredAccount, request: FakeRequest): StoredContainer[] {
  const { user, query } = request
  const sorted = (list: StoredContainer[]) => list.sort((one, other) => compareCodePoints(one.name, other.name))
  const isOwner = account.id === user.id
  if (!isOwner && query.has('public')) {
    throw new FakeFault('forbidden', 'PUblic container listing is not allowed to non path owners')
  }
  if (!isOwner) return sorted(reachable(store, account, user.id))
  const until = wholeNumber(request, 'until')
  const containers = sorted([...account.containers.values()])
  const objectsOf = (container: StoredContainer) => [...container.objects.values()]
  if (query.has('shared') || query.has('public')) {
    return containers.filter((container) =>
      objectsOf(container).some(
        ({ sharing, publicId }) =>
          (query.has('shared') && sharing !== undefined) || (query.has('public') && publicId !== undefined),
      ),
    )
  }
  const marker = query.get('marker')
  return containers
    .filter(({ versions }) => versionBefore(versions, until) !== undefined)
    .filter(({ name }) => marker === undefined || compareCodePoints(name, marker) > 0)
    .slice(0, listingLimit(request, store.settings.listingLimit))
}

function containerEntry(store: PithosStore, container: StoredContainer, isOwner: boolean, until: number | undefined) {
  const shared = { last_modified: isoDate(containerModified(container)), name: container.name }
  if (!isOwner) return shared
  const { quota, versioning, project } = container.policy
  return {
    ...store.usage(container, until),
    ...shared,
    x_container_policy: { quota: String(quota), versioning, project },
    ...(until === undefined ? {} : { x_container_until_timestamp: isoDate(changedBefore(container, until)) }),
  }
}

/** `POST` of an account: groups and metadata. */
export function updateAccount(store: PithosStore, request: FakeRequest): FakeReply {
  const { user, headers, query } = request
  if (request.account !== user.id) throw new FakeFault('forbidden', 'User does not have write access to the account')
  const account = store.account(user.id, user.id)
  const meta = metadataHeaders(headers, 'X-Account-Meta-')
  const groups = groupHeaders(store, headers)
  if (account === undefined) return { status: 202 }
  const replace = !query.has('update')
  const merged = mergeMetadata(account.versions.at(-1)?.meta ?? new Map(), meta, replace)
  const kept = new Map(replace && groups.size > 0 ? [] : account.groups)
  for (const [name, members] of groups) {
    if (members.length === 0) kept.delete(name)
    else kept.set(name, members)
  }
  if (kept.size > 32) throw new FakeFault('badRequest', 'Pithos+ accounts cannot have more than 32 groups')
  account.groups.clear()
  for (const [name, members] of kept) account.groups.set(name, members)
  if (replace || meta.size > 0) account.versions.push({ ...store.stamp(), meta: merged })
  return { status: 202 }
}

function groupHeaders(store: PithosStore, headers: ReadonlyMap<string, string>): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [header, value] of prefixedHeaders(headers, groupPrefix)) {
    const name = header.slice(groupPrefix.length).toLowerCase()
    if (/[-_]/.test(name)) throw new FakeFault('badRequest', 'Bad characters in group name')
    const members = value
      .replaceAll(' ', '')
      .split(',')
      .filter((member) => member !== '')
    const unknown = members.filter((member) => !store.cloud.users.has(member))
    if (unknown.length > 0) throw new FakeFault('badRequest', `Unknown displaynames: ${unknown.join(', ')}`)
    if (members.length > 32) {
      throw new FakeFault('badRequest', 'Pithos+ groups cannot have more than 32 members')
    }
    groups.set(name, members)
  }
  return groups
}
