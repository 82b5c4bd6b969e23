const etags = new WeakMap<object, string>()

/**
 * The ETag that an object was read with, for `ifMatch`. `undefined` for entries of lists, for what servers give no ETag
 * (backups, and storage pools on LXD 5.0: see `storagePoolEtag`), and for copies of the object.
 */
export const etagOf = (resource: object): string | undefined => etags.get(resource)

/** Remembers the ETag that came with an object, and gives the object back. */
export function rememberEtag<T>(resource: T, etag: string | null): T {
  if (etag !== null && typeof resource === 'object' && resource !== null) etags.set(resource, etag)
  return resource
}
