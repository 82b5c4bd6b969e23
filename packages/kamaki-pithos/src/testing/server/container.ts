import { FakeFault } from '@x/kamaki-astakos/testing'
import { isReachable } from '../store/access.js'
import { currentVersion, versionBefore } from '../store/currentVersion.js'
import type { PithosStore } from '../store/PithosStore.js'
import type { StoredContainer } from '../store/StoredContainer.js'
import { checkModified } from './conditions.js'
import type { FakeReply } from './FakeReply.js'
import type { FakeRequest } from './FakeRequest.js'
import { httpDate } from './httpDate.js'
import { listObjects } from './listObjects.js'
import { changedBefore, containerModified } from './modified.js'
import { wholeNumber } from './parameters.js'
import { applyPolicy, defaultPolicy, policyHeaders } from './policy.js'
import { mergeMetadata, metadataHeaders } from './prefixedHeaders.js'
import { pythonJson } from './pythonJson.js'

const metaPrefix = 'X-Container-Meta-'
const noWrite = () => new FakeFault('forbidden', 'User does not have write access to the container')

/** `HEAD` and `GET` of a container. */
export function readContainer(store: PithosStore, request: FakeRequest): FakeReply {
  const { user, method } = request
  const account = request.account ?? ''
  const name = request.container ?? ''
  const until = wholeNumber(request, 'until')
  const isOwner = account === user.id
  const found = store.account(account, user.id)?.containers.get(name)
  if (!isOwner && (found === undefined || !isReachable(store, found, user.id))) {
    throw new FakeFault('forbidden', 'User does not have read access to the container')
  }
  if (!isOwner && until !== undefined) {
    throw new FakeFault('forbidden', "Accessing other account's historical information is not allowed")
  }
  const container = store.container(account, name)
  if (until !== undefined && versionBefore(container.versions, until) === undefined) {
    throw new FakeFault('itemNotFound', 'Path does not exist')
  }
  const modified = containerModified(container)
  checkModified(request, modified)
  const headers = {
    'Last-Modified': httpDate(modified),
    'X-Container-Block-Size': store.settings.blockSize,
    'X-Container-Block-Hash': store.settings.hasher.algorithm,
    'X-Container-Object-Meta': objectMetaKeys(container, until).join(','),
    ...(isOwner ? ownerHeaders(store, container, until) : {}),
  }
  return method === 'HEAD' ? { status: 204, headers } : listObjects(store, container, request, headers)
}

function ownerHeaders(store: PithosStore, container: StoredContainer, until: number | undefined) {
  const { count, bytes } = store.usage(container, until)
  const { quota, versioning, project } = container.policy
  return {
    'X-Container-Object-Count': count,
    'X-Container-Bytes-Used': bytes,
    ...(until === undefined ? {} : { 'X-Container-Until-Timestamp': httpDate(changedBefore(container, until)) }),
    'X-Container-Policy-Quota': quota,
    'X-Container-Policy-Versioning': versioning,
    'X-Container-Policy-Project': project,
    ...Object.fromEntries(versionBefore(container.versions, until)?.meta ?? []),
  }
}

function objectMetaKeys(container: StoredContainer, until: number | undefined): string[] {
  const keys = new Set<string>()
  for (const object of container.objects.values()) {
    for (const name of currentVersion(object, until)?.meta.keys() ?? []) {
      if (name.startsWith('X-Object-Meta-')) keys.add(name.slice('X-Object-Meta-'.length))
    }
  }
  return [...keys]
}

/** `PUT` of a container: makes it, or changes an existing one as a `POST` with `update` does. */
export function putContainer(store: PithosStore, request: FakeRequest): FakeReply {
  const { user, headers } = request
  const name = request.container ?? ''
  if (request.account !== user.id) throw noWrite()
  const containers = store.account(user.id, user.id)?.containers
  const policy = policyHeaders(headers)
  const meta = metadataHeaders(headers, metaPrefix)
  const existing = containers?.get(name)
  const container = existing ?? {
    account: user.id,
    name,
    policy: { ...defaultPolicy(user.id), ...policy },
    versions: [{ ...store.stamp(), meta: new Map() }],
    objects: new Map(),
    sortedNames: undefined,
  }
  containers?.set(name, container)
  applyPolicy(store, container, policy, false)
  updateMeta(store, container, meta, false)
  return { status: existing === undefined ? 201 : 202 }
}

/** `POST` of a container: policies, metadata and blocks. */
export async function updateContainer(store: PithosStore, request: FakeRequest): Promise<FakeReply> {
  const { user, headers, query, body } = request
  if (request.account !== user.id) throw noWrite()
  store.account(user.id, user.id)
  const container = store.container(user.id, request.container ?? '')
  const replace = !query.has('update')
  const policy = policyHeaders(headers)
  const meta = metadataHeaders(headers, metaPrefix)
  applyPolicy(store, container, policy, replace)
  updateMeta(store, container, meta, replace)
  const hasBody = headers.get('transfer-encoding') === 'chunked' || Number(headers.get('content-length') ?? 0) > 0
  if (headers.get('content-type') !== 'application/octet-stream' || !hasBody) return { status: 202 }
  const { hashes } = await store.blocks.putStream(body())
  return { status: 202, body: pythonJson(hashes) }
}

function updateMeta(
  store: PithosStore,
  container: StoredContainer,
  given: ReadonlyMap<string, string>,
  replace: boolean,
): void {
  if (given.size === 0 && !replace) return
  const meta = mergeMetadata(container.versions.at(-1)?.meta ?? new Map(), given, replace)
  container.versions.push({ ...store.stamp(), meta })
}

/** `DELETE` of a container, of its objects, or of its history. */
export function deleteContainer(store: PithosStore, request: FakeRequest): FakeReply {
  const { user, query } = request
  if (request.account !== user.id) throw noWrite()
  const account = store.account(user.id, user.id)
  const container = store.container(user.id, request.container ?? '')
  const until = wholeNumber(request, 'until')
  if (until !== undefined) {
    for (const object of container.objects.values()) store.purge(container, object, until, true)
    return { status: 204 }
  }
  if (query.get('delimiter')) {
    for (const name of store.sortedNames(container)) {
      const object = container.objects.get(name)
      if (object !== undefined) store.remove(container, object, user.id)
    }
    return { status: 204 }
  }
  if (store.usage(container).count > 0) throw new FakeFault('conflict', 'Container is not empty')
  account?.containers.delete(container.name)
  return { status: 204 }
}
