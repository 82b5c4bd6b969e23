import { FakeFault } from '@x/kamaki-astakos/testing'
import { checkRead, checkWrite } from '../store/access.js'
import type { PithosStore } from '../store/PithosStore.js'
import type { StoredContainer } from '../store/StoredContainer.js'
import type { ObjectVersion } from '../store/StoredObject.js'
import { checkMatch } from './conditions.js'
import type { FakeReply } from './FakeReply.js'
import type { FakeRequest } from './FakeRequest.js'
import { etagOf, givenObject } from './objectHeaders.js'
import { mergeMetadata } from './prefixedHeaders.js'
import { splitPath } from './splitPath.js'
import { applyAccess, contentLength, putVersion } from './writeObject.js'

/** `POST` of an object: metadata, sharing and publication, or a part of its data. */
export async function updateObject(store: PithosStore, request: FakeRequest): Promise<FakeReply> {
  const { user, headers, query } = request
  const { account = '', container: containerName = '', name = '' } = request
  const given = givenObject(request)
  store.account(account, user.id)
  checkRead(store, account, containerName, name, user.id)
  const container = store.container(account, containerName)
  const { version } = store.existing(container, name)
  checkMatch(request, etagOf(store, version))
  const replace = !query.has('update')
  const source = headers.get('x-source-object')
  if (given.type !== 'application/octet-stream' && !source) {
    if (given.sharing !== undefined && user.id !== account) {
      throw new FakeFault('forbidden', "Modifying other account's object permissions is not allowed")
    }
    checkWrite(store, account, containerName, name, user.id)
    applyAccess(store, container, name, given)
    if (given.meta.size === 0 && !replace) return { status: 202 }
    const meta = mergeMetadata(version.meta, given.meta, replace)
    const { id } = store.addVersion(container, name, { ...version, meta, modifiedBy: user.id })
    return { status: 202, headers: { 'X-Object-Version': id } }
  }
  const range = contentRange(headers.get('content-range'))
  const change = await changedContent(store, request, version, range, source)
  checkWrite(store, account, containerName, name, user.id)
  const content = await change()
  const reply = await putVersion(
    store,
    request,
    container,
    { ...given, type: version.type, ...content, replace },
    'known blocks',
  )
  return { ...reply, status: reply.status === 201 ? 204 : reply.status }
}

interface ContentRange {
  /** `undefined` appends. */
  readonly offset: number | undefined
  /** `undefined` is as much as there is. */
  readonly length: number | undefined
  readonly total: number | undefined
}

function contentRange(text: string | undefined): ContentRange {
  if (text === undefined || text === '') throw new FakeFault('badRequest', 'Missing Content-Range header')
  if (text === 'bytes */*') return { offset: undefined, length: undefined, total: undefined }
  const [, first, last = '', total] = /^bytes (\d+)-(\d*)\/(\d+|\*)$/.exec(text) ?? []
  if (first === undefined || (last !== '' && Number(first) > Number(last))) {
    throw new FakeFault('rangeNotSatisfiable', 'Invalid Content-Range header')
  }
  return {
    offset: Number(first),
    length: last === '' ? undefined : Number(last) - Number(first) + 1,
    total: total === '*' ? undefined : Number(total),
  }
}

interface NewContent {
  readonly hashes: readonly string[]
  readonly size: number
}

// Checks all that can be refused, and answers how the new content is then made.
async function changedContent(
  store: PithosStore,
  request: FakeRequest,
  version: ObjectVersion,
  range: ContentRange,
  source: string | undefined,
): Promise<() => Promise<NewContent>> {
  const offset = range.offset ?? version.size
  if (offset > version.size) throw new FakeFault('rangeNotSatisfiable', 'Supplied offset is beyond object limits')
  const origin = source === undefined || source === '' ? undefined : sourceOf(store, request, source)
  const length = origin === undefined ? dataLength(request, range) : (range.length ?? origin.size)
  if (origin !== undefined && length !== undefined && length > origin.size) {
    throw new FakeFault('badRequest', 'Object length is smaller than range length')
  }
  const { total } = range
  if (total !== undefined && (total !== version.size || offset >= total || offset + (length ?? 0) > total)) {
    throw new FakeFault('rangeNotSatisfiable', 'Supplied range will change provided object limits')
  }
  const bytes = request.headers.get('x-object-bytes')
  if (bytes !== undefined && !/^\d+$/.test(bytes.trim())) {
    throw new FakeFault('badRequest', 'Invalid X-Object-Bytes header')
  }
  return async () => {
    const hashes = version.size === 0 ? [] : [...version.hashes]
    const end =
      origin === undefined
        ? await writeChunks(store, hashes, offset, request.body(), length)
        : await copyBlocks(store, hashes, offset, origin, length ?? 0)
    const size = Math.max(version.size, end)
    const cut = bytes === undefined ? size : Math.min(size, Number(bytes))
    return { hashes: hashes.slice(0, Math.ceil(cut / store.settings.blockSize)), size: cut }
  }
}

// `undefined` for a chunked body of unknown length.
function dataLength(request: FakeRequest, { length }: ContentRange): number | undefined {
  if (request.headers.get('transfer-encoding') === 'chunked') return length
  const given = contentLength(request)
  if (length !== undefined && length !== given) {
    throw new FakeFault('badRequest', 'Content length does not match range length')
  }
  return given
}

function sourceOf(store: PithosStore, { headers, user }: FakeRequest, path: string): ObjectVersion {
  const { container: containerName, name } = splitPath(path, 'Invalid source object')
  const account = headers.get('x-source-account') || user.id
  checkRead(store, account, containerName, name, user.id)
  const container: StoredContainer = store.container(account, containerName)
  const wanted = headers.get('x-source-version')
  if (wanted === undefined || wanted === '') return store.existing(container, name).version
  const version = container.objects.get(name)?.versions.find(({ id, deleted }) => String(id) === wanted && !deleted)
  if (version === undefined) throw new FakeFault('itemNotFound', 'Version does not exist')
  return version
}

async function writeChunks(
  store: PithosStore,
  hashes: string[],
  offset: number,
  chunks: AsyncIterable<Uint8Array>,
  length = Number.POSITIVE_INFINITY,
): Promise<number> {
  const { blockSize } = store.settings
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk.slice())
  const data = new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer())
  let rest = data.subarray(0, Math.min(length, data.length))
  let at = offset
  while (rest.length > 0) {
    const index = Math.floor(at / blockSize)
    const { hash, taken } = await store.blocks.update(hashes[index], rest, at % blockSize)
    hashes[index] = hash
    rest = rest.subarray(taken)
    at += taken
  }
  return at
}

async function copyBlocks(
  store: PithosStore,
  hashes: string[],
  offset: number,
  source: ObjectVersion,
  length: number,
): Promise<number> {
  const { blockSize } = store.settings
  if (offset % blockSize !== 0) {
    const data = store.blocks.content(source.hashes, 0, length)
    return writeChunks(store, hashes, offset, toAsync(data))
  }
  for (let done = 0; done < length; done += blockSize) {
    const index = (offset + done) / blockSize
    const hash = source.hashes[done / blockSize] ?? ''
    const piece = Math.min(length - done, blockSize)
    const isWhole = piece === blockSize || hashes[index] === undefined
    hashes[index] = isWhole
      ? hash
      : (await store.blocks.update(hashes[index], store.blocks.read(hash, 0, piece), 0)).hash
  }
  return offset + length
}

async function* toAsync<T>(items: Iterable<T>): AsyncGenerator<T, void, undefined> {
  yield* items
}
