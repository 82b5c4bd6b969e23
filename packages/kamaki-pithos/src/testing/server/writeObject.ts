import { FakeFault } from '@x/kamaki-astakos/testing'
import { blockCount } from '../../hashing/blockCount.js'
import { fromHex } from '../../hashing/fromHex.js'
import { topHash } from '../../hashing/topHash.js'
import { checkRead, checkWrite } from '../store/access.js'
import { currentVersion } from '../store/currentVersion.js'
import type { PithosStore } from '../store/PithosStore.js'
import type { StoredContainer } from '../store/StoredContainer.js'
import { checkMatch } from './conditions.js'
import { copyOrMove } from './copyOrMove.js'
import type { FakeReply } from './FakeReply.js'
import type { FakeRequest } from './FakeRequest.js'
import { etagOf, type GivenObject, givenObject } from './objectHeaders.js'
import { mergeMetadata } from './prefixedHeaders.js'
import { pythonJson } from './pythonJson.js'
import { splitPath } from './splitPath.js'

const mostBytes = 5 * 2 ** 30

/** `PUT` of an object: with data, with a hashmap, or as a copy. */
export async function writeObject(store: PithosStore, request: FakeRequest): Promise<FakeReply> {
  const { user, headers, query } = request
  const { account = '', container: containerName = '', name = '' } = request
  store.account(account, user.id)
  const found = store.accounts.get(account)?.containers.get(containerName)
  if (headers.get('if-match') || headers.get('if-none-match')) {
    checkRead(store, account, containerName, name, user.id)
    const version = currentVersion(found?.objects.get(name))
    checkMatch(request, version && etagOf(store, version))
  }
  const moveFrom = headers.get('x-move-from')
  const source = moveFrom || headers.get('x-copy-from')
  if (source) {
    contentLength(request)
    const from = splitPath(source, `Invalid ${moveFrom ? 'X-Move-From' : 'X-Copy-From'} header`)
    return copyOrMove(store, request, {
      source: { account: headers.get('x-source-account') || user.id, ...from },
      target: { account, container: containerName, name },
      isMove: Boolean(moveFrom),
      delimiter: query.get('delimiter'),
    })
  }
  const given = givenObject(request)
  const length = headers.get('transfer-encoding') === 'chunked' ? undefined : contentLength(request)
  if (given.type === undefined || given.type === '')
    throw new FakeFault('lengthRequired', 'Missing Content-Type header')
  if (length !== undefined && length > mostBytes) throw new FakeFault('badRequest', 'Maximum size is reached')
  if (query.has('hashmap')) {
    const container = store.container(account, containerName)
    const { hashes, size } = readHashmap(await text(request), store)
    return putVersion(store, request, container, { ...given, hashes, size }, 'known blocks')
  }
  checkWrite(store, account, containerName, name, user.id)
  const container = store.container(account, containerName)
  const { hashes, size } = await store.blocks.putStream(request.body())
  const sum = headers.get('etag')?.replaceAll('"', '').toLowerCase()
  if (sum && sum !== store.settings.md5(store.blocks.content(hashes, 0, size))) {
    throw new FakeFault('unprocessableEntity', 'Object ETag does not match')
  }
  return putVersion(store, request, container, { ...given, hashes, size }, 'data')
}

/** @throws {FakeFault} 411 */
export function contentLength({ headers }: FakeRequest): number {
  const text = headers.get('content-length')?.trim() ?? ''
  if (!/^\d+$/.test(text)) throw new FakeFault('lengthRequired', 'Missing or invalid Content-Length header')
  return Number(text)
}

/** Adds a version of an object after all checks, with what the request says about it. */
export async function putVersion(
  store: PithosStore,
  request: Pick<FakeRequest, 'user' | 'name'>,
  container: StoredContainer,
  given: GivenObject & { hashes: readonly string[]; size: number; checksum?: string; replace?: boolean },
  from: 'data' | 'known blocks',
): Promise<FakeReply> {
  const { user, name = '' } = request
  const { size, sharing, isPublic, replace = true } = given
  const missing = [...new Set(given.hashes)].filter((hash) => !store.blocks.blocks.has(hash))
  if (size > 0 && missing.length > 0) return { status: 409, body: pythonJson(missing) }
  checkWrite(store, container.account, container.name, name, user.id)
  if (sharing !== undefined && user.id !== container.account) {
    throw new FakeFault('forbidden', "Modifying other account's object permissions is not allowed")
  }
  const hashes = size === 0 ? [await store.blocks.put(new Uint8Array())] : given.hashes
  const old = currentVersion(container.objects.get(name))
  const version = store.addVersion(container, name, {
    deleted: false,
    size,
    hashes,
    hash: await topHash(hashes, store.blocks.hasher),
    checksum: store.settings.md5Checksums ? checksumOf(store, hashes, size, from) : '',
    type: given.type ?? old?.type ?? '',
    meta: mergeMetadata(old?.meta ?? new Map(), given.meta, replace),
    uuid: old?.uuid ?? crypto.randomUUID(),
    modifiedBy: user.id,
  })
  applyAccess(store, container, name, { sharing, isPublic })
  return { status: 201, headers: { ETag: etagOf(store, version), 'X-Object-Version': version.id } }
}

/** Sets what is given of sharing and publication. */
export function applyAccess(
  store: PithosStore,
  container: StoredContainer,
  name: string,
  { sharing, isPublic }: Pick<GivenObject, 'sharing' | 'isPublic'>,
): void {
  const object = store.objectEntry(container, name)
  if (sharing !== undefined) object.sharing = sharing.read.length + sharing.write.length === 0 ? undefined : sharing
  if (isPublic === true) store.publish(container, object)
  if (isPublic === false) store.unpublish(object)
}

// The service cuts the last block at the remainder of the size: a full last block is left out of the sum.
function checksumOf(
  store: PithosStore,
  hashes: readonly string[],
  size: number,
  from: 'data' | 'known blocks',
): string {
  const rest = size % store.settings.blockSize
  const end = from === 'known blocks' && rest === 0 && size > 0 ? size - store.settings.blockSize : size
  return store.settings.md5(store.blocks.content(hashes, 0, end))
}

/** The whole body as text. */
async function text({ body }: FakeRequest): Promise<string> {
  const decoder = new TextDecoder()
  let whole = ''
  for await (const chunk of body()) whole += decoder.decode(chunk, { stream: true })
  return whole + decoder.decode()
}

function readHashmap(body: string, store: PithosStore): { hashes: string[]; size: number } {
  const bad = () => new FakeFault('badRequest', 'Invalid data formatting')
  let parsed: { hashes?: unknown; bytes?: unknown }
  try {
    parsed = JSON.parse(body)
  } catch {
    throw bad()
  }
  const { hashes, bytes } = parsed ?? {}
  const size = Number(bytes)
  if (!Array.isArray(hashes) || bytes === undefined || !Number.isInteger(size)) throw bad()
  const texts = hashes.map(String)
  const empty = store.blocks.hasher.digest(new Uint8Array())
  const isEmpty = size === 0 && texts.length <= 1 && (texts[0] === undefined || texts[0] === empty)
  if (!isEmpty && (size <= 0 || texts.length !== blockCount(size, store.settings.blockSize))) {
    throw new FakeFault('badRequest', "The object's size does not match with the object's hashmap length")
  }
  const wrong = texts.find((hash) => fromHex(hash) === undefined)
  if (wrong !== undefined) throw new FakeFault('badRequest', `Invalid hash: ${wrong}`)
  return { hashes: texts, size }
}

/** `POST` of a web form: a new object out of its file. */
export async function writeForm(store: PithosStore, request: FakeRequest): Promise<FakeReply> {
  const { account = '', container: containerName = '', name = '', user } = request
  store.account(account, user.id)
  checkWrite(store, account, containerName, name, user.id)
  const container = store.container(account, containerName)
  const file = (await request.raw.formData()).get('X-Object-Data')
  if (!(file instanceof Blob)) throw new FakeFault('badRequest', 'Missing X-Object-Data field')
  const content = new Uint8Array(await file.arrayBuffer())
  const hashes = await store.blocks.putAll(content)
  const given = { type: file.type, meta: new Map(), sharing: undefined, isPublic: undefined }
  const reply = await putVersion(store, request, container, { ...given, hashes, size: content.length }, 'data')
  return { ...reply, body: store.settings.md5Checksums ? String(reply.headers?.['ETag']) : '' }
}
