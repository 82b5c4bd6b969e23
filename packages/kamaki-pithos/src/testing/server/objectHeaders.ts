import { FakeFault } from '@x/kamaki-astakos/testing'
import { allowedTo, grantOf } from '../store/access.js'
import type { PithosStore } from '../store/PithosStore.js'
import type { StoredContainer } from '../store/StoredContainer.js'
import type { ObjectVersion, StoredObject, StoredSharing } from '../store/StoredObject.js'
import type { FakeRequest } from './FakeRequest.js'
import { httpDate } from './httpDate.js'
import { metadataHeaders } from './prefixedHeaders.js'

/** The address of a published object. */
export const publicUrl = (store: PithosStore, publicId: string): string => `${store.settings.publicUrl()}/${publicId}`

/** What an object's `ETag` is: the MD5 sum where the service computes it, else the top hash. */
export const etagOf = (store: PithosStore, version: ObjectVersion): string =>
  store.settings.md5Checksums ? version.checksum : version.hash

/** The value of `X-Object-Sharing` in an answer. */
export const formatSharing = ({ read, write }: StoredSharing): string =>
  [
    ...(read.length > 0 ? [`read=${read.join(',')}`] : []),
    ...(write.length > 0 ? [`write=${write.join(',')}`] : []),
  ].join('; ')

/** The headers that describe a version of an object. */
export function versionHeaders(store: PithosStore, object: StoredObject, version: ObjectVersion, isPublic = false) {
  const meta = [...version.meta].filter(([name]) => !isPublic || !name.startsWith('X-Object-'))
  return {
    ETag: etagOf(store, version),
    'Content-Length': version.size,
    'Content-Type': version.type,
    'Last-Modified': httpDate(object.versions.at(-1)?.at ?? version.at),
    Available: '1',
    ...(isPublic
      ? {}
      : {
          'X-Object-Hash': version.hash,
          'X-Object-UUID': version.uuid,
          'X-Object-Modified-By': version.modifiedBy,
          'X-Object-Version': version.id,
          'X-Object-Version-Timestamp': httpDate(version.at),
        }),
    ...Object.fromEntries(meta),
  }
}

/**
 * Headers about sharing and publication, as the asking user sees them.
 *
 * @throws {FakeFault} 403 when an object that is only published is asked for by its own path
 */
export function accessHeaders(store: PithosStore, container: StoredContainer, object: StoredObject, userId: string) {
  const isOwner = container.account === userId
  const grant = grantOf(container, object.name)
  const allowed = isOwner ? 'write' : allowedTo(store, grant, userId)
  if (allowed === undefined) throw new FakeFault('forbidden', 'User does not have access to the path')
  const isInherited = grant !== undefined && grant.path !== `${container.account}/${container.name}/${object.name}`
  return {
    ...(grant === undefined ? {} : { 'X-Object-Sharing': formatSharing(grant.sharing) }),
    ...(isInherited ? { 'X-Object-Shared-By': grant.path } : {}),
    ...(isOwner ? {} : { 'X-Object-Allowed-To': allowed }),
    ...(isOwner && object.publicId !== undefined ? { 'X-Object-Public': publicUrl(store, object.publicId) } : {}),
  }
}

/** What a request says about the object that it writes. */
export interface GivenObject {
  /** `undefined` when there is no Content-Type. */
  readonly type: string | undefined
  readonly meta: ReadonlyMap<string, string>
  /** `undefined` leaves it, an empty one ends it. */
  readonly sharing: StoredSharing | undefined
  /** `undefined` leaves it. */
  readonly isPublic: boolean | undefined
}

/** @throws {FakeFault} 400 */
export function givenObject({ headers }: FakeRequest): GivenObject {
  const meta = metadataHeaders(headers, 'X-Object-Meta-')
  for (const name of ['Content-Encoding', 'Content-Disposition', 'X-Object-Manifest']) {
    const value = headers.get(name.toLowerCase())
    if (value !== undefined && value !== '') meta.set(name, value)
  }
  return {
    type: headers.get('content-type'),
    meta,
    sharing: readSharing(headers.get('x-object-sharing')),
    isPublic: readPublic(headers.get('x-object-public')),
  }
}

function readPublic(value: string | undefined): boolean | undefined {
  const text = value?.trim().toLowerCase()
  if (text === undefined) return undefined
  if (text === 'true') return true
  if (text === 'false' || text === '') return false
  throw new FakeFault('badRequest', 'Bad X-Object-Public header value')
}

function readSharing(value: string | undefined): StoredSharing | undefined {
  const text = value?.replaceAll('~', '').replaceAll(' ', '')
  if (text === undefined) return undefined
  const lists = { read: [] as string[], write: [] as string[] }
  if (text === '') return lists
  const bad = (what: string) => new FakeFault('badRequest', `Bad X-Object-Sharing header value: ${what}`)
  for (const part of text.split(';')) {
    const [, right, ids = ''] = /^(read|write)=(.*)$/.exec(part) ?? []
    if (right !== 'read' && right !== 'write') throw bad('missing prefix')
    const grantees = [...new Set(ids.toLowerCase().split(','))].filter((id) => id !== '')
    if (grantees.length === 0) throw bad('invalid length')
    lists[right] = grantees.includes('*') ? ['*'] : grantees
  }
  lists.read = lists.read.filter((id) => id === '*' || !lists.write.includes(id))
  return lists
}
