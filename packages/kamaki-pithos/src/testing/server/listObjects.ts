import { FakeFault } from '@x/kamaki-astakos/testing'
import { sharedNames } from '../store/access.js'
import { compareCodePoints } from '../store/compareCodePoints.js'
import { currentVersion } from '../store/currentVersion.js'
import { matchesFilters } from '../store/matchesFilters.js'
import type { PithosStore } from '../store/PithosStore.js'
import type { StoredContainer } from '../store/StoredContainer.js'
import type { ObjectVersion, StoredObject } from '../store/StoredObject.js'
import type { FakeReply } from './FakeReply.js'
import type { FakeRequest } from './FakeRequest.js'
import { isoDate } from './httpDate.js'
import { formatSharing, publicUrl } from './objectHeaders.js'
import { listingLimit, wholeNumber } from './parameters.js'
import { pythonJson } from './pythonJson.js'

/** One line of a listing: an object, or a virtual directory. */
type Entry = { name: string; object: StoredObject; version: ObjectVersion } | { name: string; object: undefined }

/** `GET` of a container. */
export function listObjects(
  store: PithosStore,
  container: StoredContainer,
  request: FakeRequest,
  headers: Readonly<Record<string, string | number>>,
): FakeReply {
  const { query, user, asText } = request
  if (query.has('public') && container.account !== user.id) {
    throw new FakeFault('forbidden', 'PUblic object listing is not allowed to non path owners')
  }
  const entries = select(store, container, request)
  if (asText) {
    return entries.length === 0
      ? { status: 204, headers }
      : { status: 200, headers, body: entries.map(({ name }) => `${name}\n`).join('') }
  }
  const hasUntil = wholeNumber(request, 'until') !== undefined
  const lines = entries.map((entry) =>
    entry.object === undefined
      ? { subdir: entry.name }
      : objectEntry(store, entry, user.id === container.account, hasUntil),
  )
  return { status: 200, headers, body: pythonJson(lines) }
}

// Published objects know neither marker nor delimiter, and are listed once more when they are shared too.
function select(store: PithosStore, container: StoredContainer, request: FakeRequest): Entry[] {
  const { query } = request
  const limit = listingLimit(request, store.settings.listingLimit)
  if (!query.has('public')) return plainListing(store, container, request, limit)
  const prefix = prefixOf(request)
  const published = store.sortedNames(container).flatMap((name): Entry[] => {
    const object = container.objects.get(name)
    const version = currentVersion(object)
    const isListed = object?.publicId !== undefined && version !== undefined && name.startsWith(prefix)
    return isListed ? [{ name, object, version }] : []
  })
  const shared = query.has('shared') ? plainListing(store, container, request, limit) : []
  const all = [...published, ...shared].sort((one, other) => compareCodePoints(one.name, other.name))
  return all.slice(0, limit)
}

const delimiterOf = ({ query }: FakeRequest): string => (query.get('path') ? '/' : (query.get('delimiter') ?? ''))

function prefixOf(request: FakeRequest): string {
  const { query } = request
  const text = query.get('path') || query.get('prefix') || ''
  const delimiter = delimiterOf(request)
  return (text !== '' && delimiter !== '' && !text.endsWith(delimiter) ? text + delimiter : text).replace(/^\/+/, '')
}

function plainListing(store: PithosStore, container: StoredContainer, request: FakeRequest, limit: number): Entry[] {
  const { query, user } = request
  const until = wholeNumber(request, 'until')
  const prefix = prefixOf(request)
  const delimiter = delimiterOf(request)
  const isOwner = container.account === user.id
  const isShown = isOwner && !query.has('shared') ? () => true : sharedNames(store, container, user.id)
  const matches = query.get('meta') ? matchesFilters(query.get('meta') ?? '') : () => true
  const marker = query.get('marker') ?? ''
  const names = store.sortedNames(container)
  const found: Entry[] = []
  let index = firstAfter(names, marker, prefix)
  for (; index < names.length && found.length < limit; index++) {
    const name = names[index] ?? ''
    if (!name.startsWith(prefix)) break
    const object = container.objects.get(name)
    const version = currentVersion(object, until)
    if (object === undefined || version === undefined || !isShown(name) || !matches(version.meta)) continue
    const at = delimiter === '' ? -1 : name.indexOf(delimiter, prefix.length)
    if (at < 0 || at + delimiter.length === name.length) found.push({ name, object, version })
    else {
      const directory = name.slice(0, at + delimiter.length)
      if (!query.get('path')) found.push({ name: directory, object: undefined })
      while (names[index + 1]?.startsWith(directory)) index++
    }
  }
  return found
}

// Names after the marker that may begin with the prefix.
function firstAfter(names: readonly string[], marker: string, prefix: string): number {
  let [low, high] = [0, names.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const name = names[middle] ?? ''
    const isBefore = (marker !== '' && compareCodePoints(name, marker) <= 0) || compareCodePoints(name, prefix) < 0
    if (isBefore) low = middle + 1
    else high = middle
  }
  return low
}

function objectEntry(
  store: PithosStore,
  { name, object, version }: { name: string; object: StoredObject; version: ObjectVersion },
  isOwner: boolean,
  hasUntil: boolean,
) {
  const { sharing, publicId } = object
  const modified = object.versions.at(-1)?.at ?? version.at
  return {
    name,
    bytes: version.size,
    content_type: version.type,
    hash: version.checksum,
    ...(hasUntil ? {} : { last_modified: isoDate(modified) }),
    x_object_hash: version.hash,
    x_object_uuid: version.uuid,
    x_object_version: version.id,
    x_object_version_timestamp: version.at,
    x_object_modified_by: version.modifiedBy,
    available: 1,
    map_check_timestamp: null,
    ...(sharing === undefined || hasUntil
      ? {}
      : {
          x_object_sharing: formatSharing(sharing),
          ...(isOwner ? {} : { x_object_allowed_to: sharing.write.length > 0 ? 'write' : 'read' }),
        }),
    ...(isOwner && publicId !== undefined && !hasUntil ? { x_object_public: publicUrl(store, publicId) } : {}),
  }
}
