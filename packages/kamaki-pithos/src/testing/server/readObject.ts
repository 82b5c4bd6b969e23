import { FakeFault } from '@x/kamaki-astakos/testing'
import { checkRead } from '../store/access.js'
import { currentVersion } from '../store/currentVersion.js'
import type { PithosStore } from '../store/PithosStore.js'
import type { StoredContainer } from '../store/StoredContainer.js'
import type { ObjectVersion, StoredObject } from '../store/StoredObject.js'
import { byteRanges, isWithin, type Slice } from './byteRanges.js'
import { checkMatch, checkModified, dateOf } from './conditions.js'
import type { FakeReply } from './FakeReply.js'
import type { FakeRequest } from './FakeRequest.js'
import { manifestParts } from './manifestParts.js'
import { accessHeaders, versionHeaders } from './objectHeaders.js'
import { pythonJson } from './pythonJson.js'

/** Where the bytes of an answer come from: one object, or the parts of a manifest. */
interface Content {
  readonly size: number
  readonly parts: readonly ObjectVersion[]
}

/** `HEAD` and `GET` of an object: its headers, data, hashmap or list of versions. */
export function readObject(store: PithosStore, request: FakeRequest): FakeReply {
  const { user, query, method } = request
  const { account = '', container: containerName = '', name = '' } = request
  store.account(account, user.id)
  checkRead(store, account, containerName, name, user.id)
  const container = store.container(account, containerName)
  const wanted = query.get('version')
  if (wanted === 'list' && method === 'GET') return listVersions(container, name)
  const { object, version } = chosenVersion(store, container, name, wanted)
  const access = wanted === undefined ? accessHeaders(store, container, object, user.id) : {}
  const manifest = manifestParts(store, container, version, user.id)
  const content: Content = { size: manifest?.size ?? version.size, parts: manifest?.parts ?? [version] }
  const headers = {
    ...versionHeaders(store, object, version),
    ...access,
    ETag: manifest?.etag ?? versionEtag(store, version),
  }
  checkModified(request, object.versions.at(-1)?.at ?? version.at)
  checkMatch(request, headers.ETag === '' ? undefined : headers.ETag)
  if (method === 'HEAD') return { status: 200, headers: { ...headers, 'Content-Length': content.size } }
  if (query.has('hashmap')) {
    const { hashes, size } = version
    const { blockSize, hasher } = store.settings
    const body = pythonJson({ block_hash: hasher.algorithm, block_size: blockSize, bytes: size, hashes })
    return { status: 200, headers: { ...headers, 'Content-Length': body.length }, body }
  }
  return sendData(store, request, headers, content, version, object)
}

const versionEtag = (store: PithosStore, version: ObjectVersion): string =>
  store.settings.md5Checksums ? version.checksum : version.hash

/** `HEAD` and `GET` of a published object by its public address. */
export function readPublic(store: PithosStore, request: FakeRequest, publicId: string): FakeReply {
  const { container, object } = store.published.get(publicId) ?? {}
  const version = currentVersion(object)
  if (container === undefined || object === undefined || version === undefined) {
    throw new FakeFault('itemNotFound', 'Object does not exist')
  }
  const manifest = manifestParts(store, container, version, container.account)
  const content: Content = { size: manifest?.size ?? version.size, parts: manifest?.parts ?? [version] }
  const etag = manifest?.etag ?? versionEtag(store, version)
  const headers = { ...versionHeaders(store, object, version, true), ETag: etag }
  checkModified(request, object.versions.at(-1)?.at ?? version.at)
  checkMatch(request, etag)
  if (request.method === 'HEAD') return { status: 200, headers: { ...headers, 'Content-Length': content.size } }
  return sendData(store, request, headers, content, version, object)
}

function listVersions(container: StoredContainer, name: string): FakeReply {
  const object = container.objects.get(name)
  if (object === undefined) throw new FakeFault('itemNotFound', 'Object does not exist')
  const versions = object.versions.filter(({ deleted }) => !deleted).map(({ id, at }) => [id, at])
  return { status: 200, body: pythonJson({ versions }) }
}

function chosenVersion(
  store: PithosStore,
  container: StoredContainer,
  name: string,
  wanted: string | undefined,
): { object: StoredObject; version: ObjectVersion } {
  if (wanted === undefined) return store.existing(container, name)
  const object = container.objects.get(name)
  if (object === undefined) throw new FakeFault('itemNotFound', 'Object does not exist')
  const version = object.versions.find(({ id, deleted }) => String(id) === wanted && !deleted)
  if (version === undefined) throw new FakeFault('itemNotFound', 'Version does not exist')
  return { object, version }
}

function sendData(
  store: PithosStore,
  request: FakeRequest,
  given: Readonly<Record<string, string | number>>,
  content: Content,
  version: ObjectVersion,
  object: StoredObject,
): FakeReply {
  const { query, headers: asked } = request
  const { size } = content
  const type = query.get('disposition-type')
  const hasType = type === 'inline' || type === 'attachment'
  const isOwn = given['Content-Disposition'] !== undefined && !hasType
  const headers = {
    ...given,
    ...(isOwn ? {} : { 'Content-Disposition': `${hasType ? type : 'inline'}; filename="${object.name}"` }),
  }
  const whole = {
    status: 200,
    headers: { ...headers, 'Content-Length': size },
    body: read(store, content, { offset: 0, length: size }),
  }
  const slices = byteRanges(asked.get('range'), size)
  if (slices === undefined) return whole
  if (!slices.every((slice) => isWithin(slice, size))) {
    throw new FakeFault('rangeNotSatisfiable', 'Requested range exceeds object limits')
  }
  const ifRange = asked.get('if-range')
  if (ifRange !== undefined && ifRange !== '') {
    const date = dateOf(ifRange)
    const modified = object.versions.at(-1)?.at ?? version.at
    if (date === undefined ? ifRange !== version.checksum : date !== modified) return whole
  }
  const [first, ...more] = slices
  if (first === undefined) return whole
  if (more.length === 0) {
    const range = `bytes ${first.offset}-${first.offset + first.length - 1}/${size}`
    return {
      status: 206,
      headers: { ...headers, 'Content-Length': first.length, 'Content-Range': range },
      body: read(store, content, first),
    }
  }
  const boundary = crypto.randomUUID().replaceAll('-', '')
  return {
    status: 206,
    headers: { ...headers, 'Content-Type': `multipart/byteranges; boundary=${boundary}`, 'Content-Length': undefined },
    body: multipart(store, content, slices, boundary),
  }
}

function* multipart(store: PithosStore, content: Content, slices: readonly Slice[], boundary: string) {
  const encoder = new TextEncoder()
  for (const [index, slice] of slices.entries()) {
    const last = slice.offset + slice.length - 1
    const head = [
      ...(index > 0 ? [''] : []),
      `--${boundary}`,
      `Content-Range: bytes ${slice.offset}-${last}/${content.size}`,
      'Content-Transfer-Encoding: binary',
      '',
      '',
    ]
    yield encoder.encode(head.join('\r\n'))
    yield* read(store, content, slice)
  }
  yield encoder.encode(['', `--${boundary}--`, ''].join('\r\n'))
}

function* read(
  store: PithosStore,
  { parts }: Content,
  { offset, length }: Slice,
): Generator<Uint8Array, void, undefined> {
  let start = 0
  for (const { hashes, size } of parts) {
    const from = Math.max(offset - start, 0)
    const to = Math.min(offset + length - start, size)
    if (from < to) yield* store.blocks.content(hashes, from, to)
    start += size
  }
}
